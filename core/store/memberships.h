#pragma once

#include "domain/role.h"
#include "store/recordtable.h"

namespace thidua::store
{

// Which units belong to which block, as this device knows it; read once and again after membership records
// changed.
class Memberships final : public domain::BlockMembership
{
public:
    explicit Memberships(RecordTable& records);
    [[nodiscard]] QList<RecordId> unitsOf(const RecordId& block) const override;
    [[nodiscard]] QList<RecordId> blocksOf(const RecordId& unit) const override;
    [[nodiscard]] Result<void> refresh(); // does nothing while nothing changed
    void changed() { m_known = false; }

private:
    RecordTable& m_records;
    QMultiMap<RecordId, RecordId> m_units;
    QMultiMap<RecordId, RecordId> m_blocks;
    bool m_known = false;
};

} // namespace thidua::store
