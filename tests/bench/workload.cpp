#include "bench/workload.h"

#include "domain/names.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

static QStringList wordsOfTheSample()
{
    QFile file(QStringLiteral(THIDUA_BENCH_DATA "/ward_reports.ndjson"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sample of the bench is not readable");
    QStringList words;
    while (!file.atEnd())
        words += QJsonDocument::fromJson(file.readLine()).object()["note"_L1].toString().split(u' ');
    return words;
}

static QList<RecordId> ids(const char* of, int count)
{
    QList<RecordId> list;
    for (int i = 0; i < count; ++i)
        list.append(RecordId::named(of, QByteArray::number(i)));
    return list;
}

Workload::Workload(quint64 seed)
    : m_random(seed)
    , m_words(wordsOfTheSample())
    , m_units(ids("bench unit", 12))
    , m_movements(ids("bench movement", 8))
    , m_criteria(ids("bench criterion", 60))
{
}

const RecordId& Workload::any(const QList<RecordId>& list)
{
    return list[qsizetype(m_random.below(quint64(list.size())))];
}

QString Workload::note()
{
    const auto length = qsizetype(40 + m_random.below(81));
    QString text;
    while (text.size() < length)
        text += m_words[qsizetype(m_random.below(quint64(m_words.size())))] + u' ';
    return text.left(length);
}

namespace
{

// Ids carry the time of the report, as those of real devices do.
class At final : public Clock
{
public:
    explicit At(Instant instant)
        : m_instant(instant)
    {
    }
    [[nodiscard]] Instant now() const override { return m_instant; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }

private:
    Instant m_instant;
};

} // namespace

WardRow Workload::next()
{
    static const QStringList statuses{u"draft"_s, u"submitted"_s, u"returned"_s, u"verified"_s};
    m_time += Instant(m_random.below(2000));
    WardRow row;
    row.id = RecordId::create(At(m_time), m_random);
    row.movement = any(m_movements);
    row.unit = any(m_units);
    row.criterion = any(m_criteria);
    row.period = u"%1-Q%2"_s.arg(2023 + m_random.below(3)).arg(1 + m_random.below(4));
    row.value = qint64(m_random.below(10'000));
    row.target = 10'000;
    row.note = note();
    row.status = statuses[qsizetype(m_random.below(4))];
    row.scoreSelf = qint64(m_random.below(1'000));
    row.scoreVerified = std::max<qint64>(0, row.scoreSelf - qint64(m_random.below(90)));
    row.reporter = UserId::named("bench reporter", QByteArray::number(m_random.below(500)));
    row.occurredOn = u"2023-01-01"_s;
    row.updatedAt = m_time;
    return row;
}

QList<WardRow> Workload::rows(qsizetype count)
{
    QList<WardRow> rows;
    rows.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        rows.append(next());
    return rows;
}

Fields entered(const WardRow& row)
{
    return {{name::unit, row.unit},         {name::criterion, row.criterion},
            {name::movement, row.movement}, {name::period, row.period},
            {name::value, row.value},       {name::measure, u"%"_s},
            {name::target, row.target},     {name::occurredOn, row.occurredOn},
            {name::place, Value()},         {name::scoreSelf, row.scoreSelf},
            {name::reporter, row.reporter}, {name::submission, row.status == "draft"_L1 ? 0 : 1},
            {name::note, row.note}};
}

Fields judged(const WardRow& row)
{
    if (row.status == "returned"_L1)
        return {{name::status, u"returned"_s},
                {name::reason, u"Thiếu minh chứng"_s},
                {name::reviewedSubmission, 1}};
    if (row.status != "verified"_L1)
        return {};
    return {{name::status, u"appraised"_s},
            {name::reason, Value()},
            {name::reviewedSubmission, 1},
            {name::scoreAppraisal, row.scoreVerified},
            {name::appraisalReason, Value()}};
}

} // namespace thidua::bench
