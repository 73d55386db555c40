#include "server/membership.h"

#include <algorithm>

namespace thidua::server
{

QList<RecordId> Membership::unitsOf(const RecordId& block) const
{
    return m_units.value(block);
}

QList<RecordId> Membership::blocksOf(const RecordId& unit) const
{
    return m_blocksOfUnit.value(unit);
}

QList<RecordId> Membership::blocks() const
{
    return m_blocks;
}

void Membership::addBlock(const RecordId& block)
{
    const auto place = std::ranges::lower_bound(m_blocks, block);
    if (place == m_blocks.end() || *place != block)
        m_blocks.insert(place, block);
}

void Membership::removeBlock(const RecordId& block)
{
    m_blocks.removeOne(block);
}

void Membership::join(const RecordId& record, const RecordId& block, const RecordId& unit)
{
    leave(record);
    m_pairs.insert(record, {block, unit});
    m_units[block].append(unit);
    m_blocksOfUnit[unit].append(block);
}

void Membership::leave(const RecordId& record)
{
    const auto found = m_pairs.constFind(record);
    if (found == m_pairs.cend())
        return;
    // A unit may be in a block by two records; one of them is taken back.
    m_units[found->block].removeOne(found->unit);
    m_blocksOfUnit[found->unit].removeOne(found->block);
    m_pairs.erase(found);
}

} // namespace thidua::server
