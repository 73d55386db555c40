#include "killloops/killedtablet.h"

namespace thidua::test
{

using namespace Qt::StringLiterals;

KilledTablet::KilledTablet(const ServedCity& city, const QString& login, const QString& unit,
                           const QString& url)
    : m_city(city)
    , m_unit(unit)
{
    const Outcome enrolled = m_device.enrol(url.isEmpty() ? city.server.url() : url, login);
    m_id = enrolled.object().value(u"device"_s).toString();
    if (m_id.isEmpty() || !m_device.sync().ok())
        qFatal("a tablet cannot sign in: %s", enrolled.messages.constData());
}

QStringList KilledTablet::saving()
{
    return QStringList{programPath(u"thidua-device"_s)} +
           m_device.words(u"save"_s, QStringList{u"report"_s} + reportFields(m_unit, ++m_value));
}

QStringList KilledTablet::syncing() const
{
    return QStringList{programPath(u"thidua-device"_s)} + m_device.words(u"sync"_s);
}

void KilledTablet::heard(const Outcome& save)
{
    const Saved saved{save.object().value(u"record"_s).toString(), save.object().value(u"seq"_s).toInteger()};
    if (saved.seq > 0)
        m_confirmed.append(saved);
}

QStringList KilledTablet::faultsOnServer(const Saved& saved) const
{
    const QJsonArray edits = m_city.history(saved.record);
    if (edits.size() == 1 && edits[0][u"device"_s] == m_id && edits[0][u"seq"_s].toInteger() == saved.seq)
        return {};
    return {
        u"edit %1 is %2 times on the server and no longer on the tablet"_s.arg(saved.seq).arg(edits.size())};
}

QStringList KilledTablet::faults()
{
    const Outcome pending = m_device.command(u"pending"_s);
    if (!pending.ok() || pending.messages.contains("damaged"))
        return {u"the file does not open as it was: "_s + QString::fromUtf8(pending.messages)};
    const QList<qint64> listed = seqsOf(pending.lines());
    const QSet<qint64> waiting(listed.cbegin(), listed.cend());
    QStringList faults;
    for (const Saved& saved : std::as_const(m_confirmed)) {
        if (waiting.contains(saved.seq) || m_arrived.contains(saved.seq))
            continue;
        m_arrived.insert(saved.seq);
        faults += faultsOnServer(saved);
    }
    return faults;
}

QStringList KilledTablet::faultsAtRest()
{
    const Outcome synced = m_device.sync();
    if (!synced.ok() || !synced.object().value(u"upToDate"_s).toBool())
        return {u"it does not come to rest: "_s + QString::fromUtf8(synced.messages)};
    QStringList faults;
    if (!listed(m_device, u"pending"_s).isEmpty() || !listed(m_device, u"attention"_s).isEmpty())
        faults.append(u"something waits, or was refused"_s);
    const QJsonObject held = m_device.command(u"hash"_s).object();
    const QJsonObject served = m_city.digests();
    for (const QString& channel : {m_city.unitChannel, u"unit/"_s + m_city.otherUnit, u"city"_s}) {
        if (held.contains(channel) && held.value(channel) != served.value(channel))
            faults.append(u"another hash than the server's of "_s + channel);
    }
    return held.contains(u"unit/"_s + m_unit) ? faults + this->faults()
                                              : faults + QStringList{u"nothing held"_s};
}

} // namespace thidua::test
