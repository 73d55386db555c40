#pragma once

#include "base/id.h"
#include "base/result.h"
#include "sql/connection.h"

#include <QHash>

namespace thidua::server
{

// The ids behind the small numbers that rows carry. They never change, so what was once read is kept.
class IdBook
{
public:
    explicit IdBook(sql::Connection& connection);

    [[nodiscard]] Result<DeviceId> device(qint64 number);
    [[nodiscard]] Result<UserId> author(qint64 number);
    // NotFound for ids that are not enrolled here.
    [[nodiscard]] Result<qint64> deviceNumber(const DeviceId& id);
    [[nodiscard]] Result<qint64> accountOf(const UserId& id);
    void forget();

private:
    QHash<qint64, DeviceId> m_devices;
    QHash<qint64, UserId> m_authors;
    QHash<DeviceId, qint64> m_deviceNumbers;
    QHash<UserId, qint64> m_accounts;
    sql::CachedStatement m_device;
    sql::CachedStatement m_author;
    sql::CachedStatement m_deviceNumber;
    sql::CachedStatement m_account;
};

} // namespace thidua::server
