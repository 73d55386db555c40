#pragma once

#include <QList>

#include <span>

namespace thidua::domain
{

// What tells two units of equal total apart. A block asks its steps in its own order.
enum class TieBreak {
    GroupI,  // more points in the first group
    Penalty, // fewer penalty points
    Vote,    // by ballot of the block or the council: they stay tied until it has been taken
};

// Used where a block has not decided otherwise.
[[nodiscard]] QList<TieBreak> defaultTieBreak();

struct RankingEntry {
    qint64 total = 0;
    qint64 groupI = 0;
    qint64 penalty = 0;
    qint64 votes = 0; // in the ballot on the tie; the same for all before it
};

// Whether `a` stands above `b`; neither above the other: tied.
[[nodiscard]] bool standsAbove(const RankingEntry& a, const RankingEntry& b, const QList<TieBreak>& rule);

// The rank of each entry, in the order of the entries. Tied entries share a rank and the next ones count on
// after them: 1, 2, 2, 4.
[[nodiscard]] QList<int> ranks(std::span<const RankingEntry> entries, const QList<TieBreak>& rule);

} // namespace thidua::domain
