#include "killloops/killedtablets.h"

#include <algorithm>

namespace thidua::test
{

using namespace Qt::StringLiterals;

void KilledTablets::add(const QString& login, const QString& unit, const QString& url)
{
    m_tablets.push_back(std::make_unique<KilledTablet>(m_city, login, unit, url));
}

void KilledTablets::save(int times)
{
    for (int i = 0; i < times; ++i) {
        Crowd saving;
        for (const auto& tablet : m_tablets)
            saving.start(tablet->saving());
        const auto saved = saving.end();
        for (size_t each = 0; each < m_tablets.size(); ++each)
            m_tablets[each]->heard(saved[qsizetype(each)]);
    }
}

void KilledTablets::startToSync(Crowd& crowd) const
{
    for (const auto& tablet : m_tablets)
        crowd.start(tablet->syncing());
}

bool KilledTablets::synchronise() const
{
    Crowd crowd;
    startToSync(crowd);
    const auto ends = crowd.end();
    return std::ranges::all_of(ends, [](const Outcome& outcome) { return outcome.ok(); });
}

QStringList KilledTablets::faults()
{
    QStringList faults;
    for (const auto& tablet : m_tablets)
        faults += tablet->faults();
    return faults;
}

QStringList KilledTablets::faultsAtRest()
{
    QStringList faults;
    if (!synchronise() || !synchronise())
        faults += u"not all synchronise"_s;
    for (const auto& tablet : m_tablets)
        faults += tablet->faultsAtRest();
    const Outcome verified = m_city.verify();
    return verified.ok() ? faults : faults + QStringList{QString::fromUtf8(verified.output)};
}

qsizetype KilledTablets::confirmed() const
{
    qsizetype all = 0;
    for (const auto& tablet : m_tablets)
        all += tablet->confirmed();
    return all;
}

} // namespace thidua::test
