#pragma once

#include "base/value.h"
#include "domain/ranking.h"

namespace thidua::domain
{

enum class BlockKind {
    Block,   // khối: bodies
    Cluster, // cụm: localities
};

// A block or cluster of one year, as a decision has set it up.
struct Block {
    RecordId id;
    QString code; // "19"
    QString name; // "Khối thi đua 19"
    BlockKind kind = BlockKind::Block;
    int year = 0;
    QString decision;
    QList<TieBreak> tieBreak;  // in the order in which they are asked
    bool illustration = false; // dữ liệu minh họa
    bool deleted = false;

    [[nodiscard]] static Block fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Block&, const Block&) = default;
};

enum class BlockRole { Lead, Deputy, Member };

// A unit's place in a block for a year; the lead and the deputy rotate yearly.
struct Membership {
    RecordId id;
    RecordId block;
    RecordId unit;
    int year = 0;
    BlockRole role = BlockRole::Member;
    bool deleted = false;

    [[nodiscard]] static Membership fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Membership&, const Membership&) = default;
};

} // namespace thidua::domain
