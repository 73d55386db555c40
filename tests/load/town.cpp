#include "load/town.h"

#include "bench/must.h"
#include "domain/names.h"
#include "server/enrolment.h"
#include "server/writer.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <unistd.h>

namespace thidua::load
{

using namespace Qt::StringLiterals;
using bench::must;
using server::ServerEdit;

namespace
{

QList<ServerEdit> unitEdits(const QList<RecordId>& units, qsizetype index, const RecordId& cluster)
{
    const QString number = QString::number(index + 1);
    const RecordId unit = units[index];
    return {{unit,
             kind::unit,
             {{name::code, number},
              {name::name, u"Phường "_s + number},
              {name::type, u"ward"_s},
              {name::validFrom, u"2025-07-01"_s},
              {name::validTo, Value()}}},
            {RecordId::named("load membership", unit.view()),
             kind::membership,
             {{name::block, cluster}, {name::unit, unit}, {name::year, 2025}, {name::role, u"member"_s}}}};
}

ServerEdit clusterEdit(const RecordId& cluster, int number)
{
    const QString text = QString::number(number + 1);
    return {cluster,
            kind::block,
            {{name::code, text},
             {name::name, u"Cụm thi đua "_s + text},
             {name::kind, u"cluster"_s},
             {name::year, 2025}}};
}

QByteArray fileOf(qint64 process, const char* name)
{
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(QLatin1String(name)));
    must(file.open(QFile::ReadOnly), "reading /proc");
    return file.readAll();
}

double megabytes(const QByteArray& status, const QByteArray& name)
{
    const QByteArray rest = status.mid(status.indexOf(name + ':') + name.size() + 1);
    return rest.left(rest.indexOf("kB")).trimmed().toDouble() / 1024;
}

} // namespace

Town::Town(int units)
{
    must(m_server.init().ok(), "thidua-server init");
    QList<ServerEdit> catalogue;
    for (int i = 0; i < units; ++i)
        m_units.append(RecordId::named("load unit", QByteArray::number(i)));
    for (int i = 0; i < units; ++i) {
        if (i % unitsOfCluster == 0)
            catalogue.append(clusterEdit(cluster(i / unitsOfCluster), i / unitsOfCluster));
        catalogue += unitEdits(m_units, i, cluster(i / unitsOfCluster));
    }
    server::Metrics metrics;
    server::Writer writer(open(), m_clock, metrics);
    must(server::ServerAuthor(writer).author(catalogue), "the catalogue");
}

RecordId Town::cluster(int number)
{
    return RecordId::named("load cluster", QByteArray::number(number));
}

server::Database Town::database() const
{
    if (!m_server.city().isEmpty())
        return server::Database({test::ServerProcess::postgres(), m_server.city()});
    return QDir(m_server.data()).filePath(u"thidua.db"_s);
}

std::unique_ptr<server::ServerStore> Town::open() const
{
    auto store = server::ServerStore::open(database(), domain::Schema::current());
    must(store, "the server's database");
    return std::move(*store);
}

QList<Enrolled> Town::enrol(int count, const std::function<Enrolled(int)>& who)
{
    const auto store = open();
    server::Enrolment enrolment(*store, m_clock, m_random);
    auto transaction = sql::Transaction::begin(store->connection());
    must(transaction, "a transaction");
    QList<Enrolled> all;
    for (int i = 0; i < count; ++i) {
        Enrolled one = who(i);
        const QString login = u"person%1"_s.arg(++m_people);
        one.user = UserId::create(m_clock, m_random);
        one.name = u"Cán bộ %1"_s.arg(m_people);
        auto account = store->accounts.add({0, one.user, login, one.name, {}, 0}, m_clock.now());
        must(account, "a person");
        for (const domain::Grant& grant : std::as_const(one.grants))
            must(store->accounts.grant(*account, grant), "a grant");
        auto enrolled = enrolment.byAccount(*account, u"Máy"_s);
        must(enrolled, "a tablet");
        one.device = enrolled->device;
        one.token = enrolled->token.toLatin1();
        all.append(one);
    }
    must(transaction->commit(), "the people");
    return all;
}

QList<Enrolled> Town::enrolOfficers(int count)
{
    return enrol(count, [this](int i) {
        Enrolled one;
        one.unit = m_units[i % m_units.size()];
        one.grants = {{domain::Role::Officer, domain::Channel::unit(one.unit), 0, 0}};
        return one;
    });
}

QList<Enrolled> Town::enrolLeads(int count, int number)
{
    return enrol(count, [this, number](int i) {
        Enrolled one;
        one.unit = m_units[qsizetype(number) * unitsOfCluster + i % unitsOfCluster];
        one.grants = {{domain::Role::BlockLead, domain::Channel::block(cluster(number)), 0, 0}};
        return one;
    });
}

Enrolled Town::enrolAdministrator()
{
    return enrol(1,
                 [this](int) {
                     Enrolled one;
                     one.unit = m_units.first();
                     one.grants = {{domain::Role::Admin, domain::Channel::city(), 0, 0}};
                     return one;
                 })
        .first();
}

void Town::addReports(int count, int number)
{
    constexpr qsizetype commitSize = 2'000;
    server::Metrics metrics;
    server::Writer writer(open(), m_clock, metrics);
    server::ServerAuthor author(writer);
    bench::Workload workload;
    QList<ServerEdit> edits;
    for (int i = 0; i < count; ++i) {
        bench::WardRow row = workload.next();
        row.unit = m_units[qsizetype(number) * unitsOfCluster + i % unitsOfCluster];
        edits.append({row.id, kind::report, bench::entered(row), {{}, 10, row.updatedAt}});
        if (edits.size() == commitSize || i + 1 == count)
            must(author.author(std::exchange(edits, {})), "the reports");
    }
}

void Town::start()
{
    must(m_server.start(), "thidua-server serve");
}

Way Town::way() const
{
    const QUrl url(m_server.url());
    return {{boost::asio::ip::make_address(url.host().toStdString()), quint16(url.port())}, {}, {}};
}

Usage Town::usage() const
{
    const QByteArray status = fileOf(m_server.processId(), "status");
    const QByteArray stat = fileOf(m_server.processId(), "stat");
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype userTime = 11; // of the fields behind the name, proc(5)
    const double ticks = fields[userTime].toDouble() + fields[userTime + 1].toDouble();
    return {ticks / double(sysconf(_SC_CLK_TCK)), megabytes(status, "VmRSS"), megabytes(status, "VmHWM")};
}

bool Town::isSound()
{
    m_server.stop();
    return m_server.command({u"verify"_s}).ok();
}

} // namespace thidua::load
