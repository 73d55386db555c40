#include "bench/throughput.h"

#include "bench/city.h"
#include "bench/measure.h"
#include "bench/must.h"
#include "bench/tablet.h"
#include "client/api.h"
#include "client/networktransport.h"
#include "domain/names.h"

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int lanes = 8;
constexpr int batchesEach = 15;
constexpr int editsInBatch = 200;

// A device that pushes one batch after the other: new reports, and after them a change of each.
class Lane
{
public:
    Lane(const City& city, const QString& login, Workload& workload)
        : m_transport(QUrl(city.url()))
        , m_api(m_transport, m_clock)
    {
        enrol(login);
        for (int batch = 0; batch < batchesEach; batch += 2)
            addBatches(workload);
    }
    void begin(std::function<void()> done)
    {
        m_done = std::move(done);
        pushNext();
    }
    [[nodiscard]] qint64 accepted() const { return m_accepted; }

private:
    void enrol(const QString& login)
    {
        bool answered = false;
        const QString password = QString::fromLatin1(test::ServerProcess::password());
        m_api.enrol({login, password, {}, u"Máy đo"_s},
                    [&](const client::Answer<protocol::EnrolAnswer>& answer) {
                        must(answer.body.has_value(), "enrolment");
                        m_api.setToken(answer.body->token.toLatin1());
                        m_epoch = answer.body->epoch;
                        answered = true;
                    });
        waitUntil([&] { return answered; });
    }
    void addBatches(Workload& workload)
    {
        protocol::PushRequest fresh{m_epoch, {}};
        protocol::PushRequest changes{m_epoch, {}};
        for (const WardRow& row : workload.rows(editsInBatch)) {
            fresh.edits.append(edit(row.id, entered(row), 0));
            changes.edits.append(edit(row.id, {{name::note, row.note}}, 1));
        }
        for (protocol::PushRequest* batch : {&fresh, &changes}) {
            for (protocol::PushEdit& one : batch->edits)
                one.edit.seq = ++m_seq;
            m_batches.append(*batch);
        }
    }
    [[nodiscard]] protocol::PushEdit edit(const RecordId& record, const Fields& set, qint64 seen) const
    {
        protocol::PushEdit made;
        made.edit.at = m_clock.now();
        made.edit.seen = seen;
        made.edit.record = record;
        made.edit.kind = kind::report;
        made.edit.set = set;
        return made;
    }
    void pushNext()
    {
        if (m_batches.isEmpty())
            return m_done();
        m_api.push(m_api.pushRequest(m_batches.takeFirst()), [this](const client::Answer<protocol::PushAnswer>& answer) {
            must(answer.body.has_value(), "a push");
            for (const protocol::PushResult& result : answer.body->results)
                m_accepted += result.code == ErrorCode::None ? 1 : 0;
            pushNext();
        });
    }

    SystemClock m_clock;
    client::NetworkTransport m_transport;
    client::Api m_api;
    protocol::EpochName m_epoch;
    QList<protocol::PushRequest> m_batches;
    qint64 m_seq = 0;
    qint64 m_accepted = 0;
    std::function<void()> m_done;
};

double editsPerSecond()
{
    Workload workload;
    City city;
    city.load(workload.rows(100));
    city.addLeads(lanes);
    city.start();
    std::vector<std::unique_ptr<Lane>> all;
    for (int i = 0; i < lanes; ++i)
        all.push_back(std::make_unique<Lane>(city, City::lead(i), workload));
    size_t done = 0;
    const double seconds = secondsOf([&] {
        for (auto& lane : all)
            lane->begin([&] { ++done; });
        waitUntil([&] { return done == all.size(); });
    });
    qint64 accepted = 0;
    for (const auto& lane : all)
        accepted += lane->accepted();
    must(accepted > lanes * editsInBatch * (batchesEach - 1), "a push of edits that are accepted");
    return double(accepted) / seconds;
}

double medianOf(int repeats)
{
    std::vector<double> rates;
    for (int i = 0; i < repeats; ++i)
        rates.push_back(editsPerSecond());
    return median(rates);
}

// A PostgreSQL of the measurement's own, on the disk that /tmp is on; nothing if there is one already.
class OwnPostgresql
{
public:
    OwnPostgresql()
    {
        if (!test::ServerProcess::postgres().isEmpty())
            return;
        m_folder = std::make_unique<QTemporaryDir>(u"/tmp/thidua-bench-XXXXXX"_s);
        must(run(u"start"_s).ok(), "a PostgreSQL");
        qputenv("THIDUA_TEST_POSTGRES", "postgresql:///postgres?user=thidua&host=" + place().toUtf8());
    }
    ~OwnPostgresql()
    {
        if (!m_folder)
            return;
        qunsetenv("THIDUA_TEST_POSTGRES");
        run(u"stop"_s);
    }
    OwnPostgresql(const OwnPostgresql&) = delete;
    OwnPostgresql& operator=(const OwnPostgresql&) = delete;

private:
    [[nodiscard]] QString place() const { return m_folder->filePath(u"cluster"_s); }
    test::Outcome run(const QString& command) const
    {
        QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5755)); // its owner is another than root
        return test::runProgram(QStringLiteral(THIDUA_POSTGRESQL), {command, place()});
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace

void measureThroughput(const Settings& settings, Figures& figures)
{
    const QString remark = u"acknowledged and durable; 8 tablets, batches of 200 over HTTP"_s;
    const QByteArray given = qgetenv("THIDUA_TEST_POSTGRES");
    qunsetenv("THIDUA_TEST_POSTGRES");
    figures.add(u"server"_s, u"edits_per_s_sqlite"_s, medianOf(settings.repeats), remark);
    if (!given.isEmpty())
        qputenv("THIDUA_TEST_POSTGRES", given);
    const OwnPostgresql postgresql;
    figures.add(u"server"_s, u"edits_per_s_postgresql"_s, medianOf(settings.repeats), remark);
}

} // namespace thidua::bench
