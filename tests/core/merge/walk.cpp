#include "core/merge/walk.h"

#include <algorithm>

namespace thidua::test
{

using namespace Qt::StringLiterals;

bool Walk::areHeads(const QList<merge::GroupEdit>& heads) const
{
    return std::ranges::equal(heads, modelHeads(m_plan.policy, m_history),
                              [](const merge::GroupEdit& head, const ModelEdit& edit) {
                                  return head.stamp.version == edit.version && head.stamp.seq == edit.seq;
                              });
}

// Whether somebody else's edit is among those accepted after `from`.
bool Walk::isNews(size_t device, int from) const
{
    return std::any_of(m_history.begin() + from, m_history.end(),
                       [&](const ModelEdit& edit) { return edit.device != m_plan.names[device]; });
}

std::vector<Walk::Sight> Walk::sights(size_t device) const
{
    const int accepted = int(m_history.size());
    const Sight last = m_last[device];
    if (m_plan.shown == Shown::AcrossRestore) {
        if (accepted < m_plan.restoreAfter)
            return {{0, 1}, {accepted, 1}};
        // 99: of what the restore has lost.
        return {{0, 1}, {m_plan.restoreAfter, 1}, {99, 1}, {m_plan.restoreAfter, 2}, {accepted, 2}};
    }
    if (m_plan.shown == Shown::NothingOrAll)
        return isNews(device, last.seen) ? std::vector<Sight>{last, {accepted, 1}} : std::vector<Sight>{last};
    std::vector<Sight> all{{0, 1}};
    for (int version = 1; version <= accepted; ++version) {
        // To have seen an own edit more tells nothing.
        if (m_history[size_t(version) - 1].device != m_plan.names[device])
            all.push_back({version, 1});
    }
    return all;
}

ModelEdit Walk::nextOf(size_t device, const Sight& sight) const
{
    const int sent = m_sent[device];
    const int place = int(device) * 3 + sent;
    constexpr int someEqual[]{0, 1, 2, 1, 0, 2, 2, 1, 0};
    const int value = m_plan.values == 0 ? place : m_plan.values == 1 ? 0 : someEqual[place];
    return {.device = m_plan.names[device],
            .seq = sent + 1,
            .at = m_plan.times == 0   ? 5
                  : m_plan.times == 1 ? place
                                      : 9 - place,
            .rank = m_plan.ranks[device][size_t(sent)],
            .version = int(m_history.size()) + 1,
            .seen = sight.seen,
            .epoch =
                m_plan.shown == Shown::AcrossRestore && int(m_history.size()) >= m_plan.restoreAfter ? 2 : 1,
            .seenEpoch = sight.epoch,
            .value = value};
}

QByteArray storyText(const ModelHistory& history)
{
    QStringList lines;
    for (const ModelEdit& edit : history) {
        lines.append(u"%1 rank %2 at %3 seen %4 (epoch %5, in %6)"_s.arg(text(edit))
                         .arg(edit.rank)
                         .arg(edit.at)
                         .arg(edit.seen)
                         .arg(edit.seenEpoch)
                         .arg(edit.epoch));
    }
    return lines.join(u"; "_s).toUtf8();
}

} // namespace thidua::test
