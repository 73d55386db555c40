#include "store/memberships.h"

#include "domain/names.h"

namespace thidua::store
{

Memberships::Memberships(RecordTable& records)
    : m_records(records)
{
}

QList<RecordId> Memberships::unitsOf(const RecordId& block) const
{
    return m_units.values(block);
}

QList<RecordId> Memberships::blocksOf(const RecordId& unit) const
{
    return m_blocks.values(unit);
}

Result<void> Memberships::refresh()
{
    if (m_known)
        return {};
    auto records = m_records.shownOfKind(kind::membership, 0, false);
    if (!records)
        return records.error();
    m_units.clear();
    m_blocks.clear();
    for (const Record& record : *records) {
        const auto block = record.values.value(name::block).toId();
        const auto unit = record.values.value(name::unit).toId();
        m_units.insert(block, unit);
        m_blocks.insert(unit, block);
    }
    m_known = true;
    return {};
}

} // namespace thidua::store
