#include "domain/ranking.h"

#include <algorithm>
#include <numeric>

namespace thidua::domain
{

QList<TieBreak> defaultTieBreak()
{
    return {TieBreak::GroupI, TieBreak::Penalty, TieBreak::Vote};
}

bool standsAbove(const RankingEntry& a, const RankingEntry& b, const QList<TieBreak>& rule)
{
    if (a.total != b.total)
        return a.total > b.total;
    for (TieBreak step : rule) {
        if (step == TieBreak::Vote)
            return a.votes > b.votes; // nothing that stands after it may decide before it
        if (step == TieBreak::GroupI && a.groupI != b.groupI)
            return a.groupI > b.groupI;
        if (step == TieBreak::Penalty && a.penalty != b.penalty)
            return a.penalty < b.penalty;
    }
    return false;
}

QList<int> ranks(std::span<const RankingEntry> entries, const QList<TieBreak>& rule)
{
    std::vector<size_t> order(entries.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto above = [&](size_t a, size_t b) { return standsAbove(entries[a], entries[b], rule); };
    std::ranges::stable_sort(order, above);

    QList<int> result(qsizetype(entries.size()), 0);
    for (size_t place = 0; place < order.size(); ++place) {
        const bool tied = place > 0 && !above(order[place - 1], order[place]);
        result[qsizetype(order[place])] = tied ? result[qsizetype(order[place - 1])] : int(place) + 1;
    }
    return result;
}

} // namespace thidua::domain
