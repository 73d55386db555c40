#include "server/idbook.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;

IdBook::IdBook(sql::Connection& connection)
    : m_device(connection, "SELECT id FROM device WHERE number = ?1")
    , m_author(connection, "SELECT id FROM account WHERE number = ?1")
    , m_deviceNumber(connection, "SELECT number FROM device WHERE id = ?1")
    , m_account(connection, "SELECT number FROM account WHERE id = ?1")
{
}

template<typename Id>
static Result<Id> lookUp(QHash<qint64, Id>& known, sql::CachedStatement& statement, qint64 number)
{
    const auto found = known.constFind(number);
    if (found != known.cend())
        return *found;
    auto row = statement.step(number);
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::StorageCorrupt, u"a row names a device or person that is not there"_s};
    const auto id = statement->id<Id>(0);
    statement.reset();
    known.insert(number, id);
    return id;
}

Result<DeviceId> IdBook::device(qint64 number)
{
    return lookUp(m_devices, m_device, number);
}

Result<UserId> IdBook::author(qint64 number)
{
    return lookUp(m_authors, m_author, number);
}

template<typename Id>
static Result<qint64> numberOf(QHash<Id, qint64>& known, sql::CachedStatement& statement, const Id& id)
{
    const auto found = known.constFind(id);
    if (found != known.cend())
        return *found;
    auto row = statement.step(id);
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::NotFound, u"no such device or person"_s};
    const qint64 number = statement->integer(0);
    statement.reset();
    known.insert(id, number);
    return number;
}

Result<qint64> IdBook::deviceNumber(const DeviceId& id)
{
    return numberOf(m_deviceNumbers, m_deviceNumber, id);
}

Result<qint64> IdBook::accountOf(const UserId& id)
{
    return numberOf(m_accounts, m_account, id);
}

void IdBook::forget()
{
    m_devices.clear();
    m_authors.clear();
    m_deviceNumbers.clear();
    m_accounts.clear();
}

} // namespace thidua::server
