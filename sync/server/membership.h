#pragma once

#include "domain/role.h"

#include <QHash>

namespace thidua::server
{

// Which units belong to which block, and which blocks there are: a snapshot of the winning, undeleted
// `membership` and `block` records. A value; copies share their content.
class Membership final : public domain::BlockMembership
{
public:
    [[nodiscard]] QList<RecordId> unitsOf(const RecordId& block) const override;
    [[nodiscard]] QList<RecordId> blocksOf(const RecordId& unit) const override;
    [[nodiscard]] QList<RecordId> blocks() const;

    void addBlock(const RecordId& block);
    void removeBlock(const RecordId& block);
    // `record` is the membership record; a second call for it replaces the first.
    void join(const RecordId& record, const RecordId& block, const RecordId& unit);
    void leave(const RecordId& record);

private:
    struct Pair {
        RecordId block;
        RecordId unit;
        friend bool operator==(const Pair&, const Pair&) = default;
    };
    QHash<RecordId, Pair> m_pairs;
    QHash<RecordId, QList<RecordId>> m_units;
    QHash<RecordId, QList<RecordId>> m_blocksOfUnit;
    QList<RecordId> m_blocks; // sorted
};

} // namespace thidua::server
