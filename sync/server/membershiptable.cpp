#include "server/membershiptable.h"

#include "domain/names.h"

namespace thidua::server
{

MembershipTable::MembershipTable(sql::Connection& connection)
    : m_changes(connection, "SELECT count FROM membership_change WHERE \"only\" = 1")
    , m_countUp(connection, "UPDATE membership_change SET count = count + 1 WHERE \"only\" = 1")
    , m_pairs(connection, "SELECT record, block, unit FROM membership ORDER BY record")
    , m_blocks(connection, "SELECT record FROM block ORDER BY record")
    , m_join(connection, "INSERT INTO membership (record, block, unit) VALUES (?1, ?2, ?3) "
                         "ON CONFLICT (record) DO UPDATE SET block = excluded.block, unit = excluded.unit")
    , m_leave(connection, "DELETE FROM membership WHERE record = ?1")
    , m_addBlock(connection, "INSERT INTO block (record) VALUES (?1) ON CONFLICT (record) DO NOTHING")
    , m_removeBlock(connection, "DELETE FROM block WHERE record = ?1")
{
}

Result<Membership> MembershipTable::load()
{
    auto row = m_changes.step();
    if (!row)
        return row.error();
    const qint64 count = m_changes->integer(0);
    m_changes.reset();
    if (count == m_count)
        return m_membership;
    auto fresh = read();
    if (!fresh)
        return fresh;
    m_membership = *fresh;
    m_count = count;
    return fresh;
}

Result<Membership> MembershipTable::read()
{
    Membership membership;
    auto row = m_pairs.step();
    for (; row && *row; row = m_pairs.next())
        membership.join(m_pairs->id<RecordId>(0), m_pairs->id<RecordId>(1), m_pairs->id<RecordId>(2));
    if (!row)
        return row.error();
    row = m_blocks.step();
    for (; row && *row; row = m_blocks.next())
        membership.addBlock(m_blocks->id<RecordId>(0));
    if (!row)
        return row.error();
    return membership;
}

Result<void> MembershipTable::update(const QString& kind, const RecordId& record, const Fields& values)
{
    if (kind != kind::membership && kind != kind::block)
        return {};
    if (auto counted = m_countUp.run(); !counted)
        return counted;
    const bool deleted = values.value(name::deleted).toBool();
    if (kind == kind::block)
        return deleted ? m_removeBlock.run(record) : m_addBlock.run(record);
    if (deleted)
        return m_leave.run(record);
    return m_join.run(record, values.value(name::block).toId(), values.value(name::unit).toId());
}

bool updateMembership(Membership& membership, const QString& kind, const RecordId& record,
                      const Fields& values)
{
    const bool deleted = values.value(name::deleted).toBool();
    if (kind == kind::block)
        deleted ? membership.removeBlock(record) : membership.addBlock(record);
    else if (kind == kind::membership && deleted)
        membership.leave(record);
    else if (kind == kind::membership)
        membership.join(record, values.value(name::block).toId(), values.value(name::unit).toId());
    else
        return false;
    return true;
}

} // namespace thidua::server
