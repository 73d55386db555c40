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

// The table `fact`, and the identity that is kept in it. Both stay in memory until somebody else changes the
// file.
class Facts
{
public:
    explicit Facts(sql::Connection& connection);
    [[nodiscard]] Result<QString> value(const QString& key); // null if there is none
    [[nodiscard]] Result<void> set(const QString& key, const QString& value);
    [[nodiscard]] Result<Identity> identity(); // NotSignedIn
    [[nodiscard]] Result<void> setIdentity(const Identity& identity);
    // The device's clock corrected by the last known offset to the server's.
    [[nodiscard]] Result<Instant> correctedNow(const Clock& clock);
    // Another number each time another connection has changed the file. Inside a transaction nobody can;
    // whoever begins one asks once.
    [[nodiscard]] Result<quint64> generation();
    // Of a transaction that was rolled back.
    void forget();

private:
    [[nodiscard]] Result<void> refresh();
    [[nodiscard]] Result<Identity> readIdentity();
    sql::Connection& m_connection;
    sql::CachedStatement m_read;
    sql::CachedStatement m_write;
    sql::CachedStatement m_dataVersion;
    QHash<QString, QString> m_known;
    std::optional<Identity> m_identity;
    qint64 m_lastDataVersion = 0;
    quint64 m_generation = 0;
};

} // namespace thidua::store
