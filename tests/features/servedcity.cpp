#include "features/servedcity.h"

#include <QUuid>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

static QJsonObject unitEdit(int seq, const QString& record)
{
    return {{u"seq"_s, seq},
            {u"at"_s, qint64(1'700'000'000'000)},
            {u"seen"_s, 0},
            {u"record"_s, record},
            {u"kind"_s, u"unit"_s},
            {u"set"_s, QJsonObject{{u"code"_s, u"P%1"_s.arg(seq)},
                                   {u"name"_s, u"Phường Mẫu %1"_s.arg(seq)},
                                   {u"type"_s, u"ward"_s},
                                   {u"validFrom"_s, u"2025-07-01"_s},
                                   {u"validTo"_s, QJsonValue::Null}}}};
}

static void mustBe(bool held, const char* what)
{
    if (!held)
        qFatal("the city cannot be made: %s", what);
}

ServedCity::ServedCity(const std::function<void(const QString& folder)>& prepare)
    : unit(newId())
    , otherUnit(newId())
    , unitChannel(u"unit/"_s + unit)
{
    if (prepare)
        prepare(server.data());
    const Outcome made = server.init();
    mustBe(made.ok() && server.start(), "no server");
    m_admin = Caller(server.url());
    mustBe(m_admin.enrol({{u"code"_s, made.object().value(u"admin"_s)[u"code"_s]}, {u"name"_s, u"m"_s}})
                   .status == 201,
           "no administrator");
    const QJsonArray units{unitEdit(1, unit), unitEdit(2, otherUnit)};
    const auto pushed = m_admin.call("POST", "/v1/push", {{u"epoch"_s, m_admin.epoch}, {u"edits"_s, units}});
    mustBe(pushed.body.value(u"results"_s)[1][u"version"_s] == 1, "no units");
    mustBe(server.addUser(officer(), u"Trần Mẫu An"_s, {u"officer@unit/"_s + unit}).ok() &&
               server.addUser(otherOfficer(), u"Lê Mẫu Bình"_s, {u"officer@unit/"_s + otherUnit}).ok() &&
               server.addUser(council(), u"Đỗ Mẫu Liên"_s, {u"council@city"_s}).ok(),
           "no people");
}

QList<QJsonObject> ServedCity::pages() const
{
    QJsonObject channels{{u"city"_s, 0}, {unitChannel, 0}, {u"unit/"_s + otherUnit, 0}};
    QList<QJsonObject> pages;
    do {
        const auto answer = m_admin.call("POST", "/v1/pull", {{u"channels"_s, channels}});
        mustBe(answer.status == 200, "the server does not show what it holds");
        pages.append(answer.body);
        channels = answer.body.value(u"channels"_s).toObject();
    } while (pages.last().value(u"more"_s).toBool());
    return pages;
}

QJsonObject ServedCity::digests() const
{
    return pages().last().value(u"digests"_s).toObject();
}

QStringList ServedCity::reports() const
{
    QStringList records;
    for (const QJsonObject& page : pages()) {
        for (const auto& table : page.value(u"tables"_s).toArray()) {
            if (table[u"kind"_s] != "report"_L1)
                continue;
            for (const auto& row : table[u"rows"_s].toArray())
                records.append(row[0].toString());
        }
    }
    return records;
}

QJsonArray ServedCity::history(const QString& record) const
{
    return m_admin.call("GET", "/v1/records/" + record.toLatin1() + "/history")
        .body.value(u"edits"_s)
        .toArray();
}

Caller ServedCity::callerOf(const QString& login) const
{
    Caller caller(server.url());
    const auto enrolled = caller.enrol({{u"login"_s, login},
                                        {u"password"_s, QString::fromUtf8(ServerProcess::password())},
                                        {u"name"_s, u"Máy gọi thẳng"_s}});
    mustBe(enrolled.status == 201, "somebody cannot sign in");
    return caller;
}

QStringList reportFields(const QString& unit, int value)
{
    return {u"unit=\"%1\""_s.arg(unit), u"criterion=\"%1\""_s.arg(newId()), u"movement=null"_s,
            u"period=\"2026\""_s,       u"value=%1"_s.arg(value),           u"measure=\"%\""_s};
}

static Saved savedBy(const Outcome& outcome)
{
    if (!outcome.ok())
        qWarning("not saved: %s", outcome.messages.constData());
    return {outcome.object().value(u"record"_s).toString(), outcome.object().value(u"seq"_s).toInteger()};
}

Saved enterReport(const DeviceProcess& device, const QString& unit, int value)
{
    return savedBy(device.save(u"report"_s, reportFields(unit, value)));
}

Saved changeReport(const DeviceProcess& device, const QString& record, const QStringList& fields)
{
    return savedBy(device.save(u"report"_s, fields, record));
}

Outcome syncOnce(const DeviceProcess& device)
{
    return device.command(u"sync"_s);
}

static QJsonObject complaint(const Outcome& outcome)
{
    for (const QByteArray& line : outcome.messages.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(u"code"_s))
            return object;
    }
    return {};
}

QString codeOf(const Outcome& outcome)
{
    return complaint(outcome).value(u"code"_s).toString();
}

QString sentenceOf(const Outcome& outcome)
{
    return complaint(outcome).value(u"detail"_s).toString();
}

QList<QJsonObject> listed(const DeviceProcess& device, const QString& command)
{
    return device.command(command).lines();
}

QList<qint64> seqsOf(const QList<QJsonObject>& edits)
{
    QList<qint64> seqs;
    for (const QJsonObject& edit : edits)
        seqs.append(edit.value(u"seq"_s).toInteger());
    return seqs;
}

} // namespace thidua::test
