#pragma once

#include "base/value.h"
#include "server/membership.h"
#include "sql/connection.h"

namespace thidua::server
{

// The winning `membership` and `block` records in a form that rights can be judged by.
class MembershipTable
{
public:
    explicit MembershipTable(sql::Connection& connection);

    // Reads only when something has changed since the last call on this connection.
    [[nodiscard]] Result<Membership> load();
    // After a change of a `membership` or `block` record to these winning values.
    [[nodiscard]] Result<void> update(const QString& kind, const RecordId& record, const Fields& values);

private:
    [[nodiscard]] Result<Membership> read();

    Membership m_membership;
    qint64 m_count = -1;
    sql::CachedStatement m_changes;
    sql::CachedStatement m_countUp;
    sql::CachedStatement m_pairs;
    sql::CachedStatement m_blocks;
    sql::CachedStatement m_join;
    sql::CachedStatement m_leave;
    sql::CachedStatement m_addBlock;
    sql::CachedStatement m_removeBlock;
};

// The same change to a snapshot; false for kinds that rights do not hang on.
bool updateMembership(Membership& membership, const QString& kind, const RecordId& record,
                      const Fields& values);

} // namespace thidua::server
