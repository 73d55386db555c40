#pragma once

#include "sql/connection.h"
#include "store/localstore.h"

namespace thidua::store
{

namespace fact
{
using namespace Qt::StringLiterals;
inline constexpr auto epoch = "epoch"_L1;
inline constexpr auto clockOffset = "clockOffset"_L1; // ms, server minus device
} // namespace fact

// The table `fact`, and the identity that is kept in it.
class Facts
{
public:
    explicit Facts(sql::Connection& connection);
    [[nodiscard]] Result<QString> value(const QString& key); // null if there is none
    [[nodiscard]] Result<void> set(const QString& key, const QString& value);
    [[nodiscard]] Result<Identity> identity(); // NotSignedIn
    [[nodiscard]] Result<void> setIdentity(const Identity& identity);
    // Whether another connection has changed the file since the last question; caches are then out of date.
    [[nodiscard]] Result<bool> changedElsewhere();

private:
    sql::CachedStatement m_read;
    sql::CachedStatement m_write;
    sql::CachedStatement m_dataVersion;
    qint64 m_lastDataVersion = 0;
};

} // namespace thidua::store
