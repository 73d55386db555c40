#include "server/postgres/replacement.h"

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

Address placeBeside(const Address& address)
{
    return {address.url, address.city + u"_part"_s};
}

Result<std::unique_ptr<Connection>> openBeside(const Address& address)
{
    auto connection = Connection::open(placeBeside(address));
    if (!connection)
        return connection;
    auto dropped = (*connection)
                       ->execute("DO $$ BEGIN EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', "
                                 "current_setting('search_path')); END $$");
    return dropped ? std::move(connection) : dropped.error();
}

Result<void> goOnCounting(Connection& connection)
{
    return connection.execute(
        "SELECT setval(pg_get_serial_sequence('account', 'number'), coalesce(max(number), 0) + 1, false) "
        "FROM account; "
        "SELECT setval(pg_get_serial_sequence('account_grant', 'number'), coalesce(max(number), 0) + 1, "
        "false) "
        "FROM account_grant; "
        "SELECT setval(pg_get_serial_sequence('device', 'number'), coalesce(max(number), 0) + 1, false) "
        "FROM device; "
        "SELECT setval(pg_get_serial_sequence('channel', 'number'), coalesce(max(number), 0) + 1, false) "
        "FROM channel; "
        "SELECT setval(pg_get_serial_sequence('layout', 'number'), coalesce(max(number), 0) + 1, false) "
        "FROM layout");
}

static Result<void> takeLockOfServing(Connection& connection)
{
    auto lock = connection.prepare(
        "SELECT pg_try_advisory_xact_lock(1413763926, hashtext(current_setting('search_path')))");
    auto row = lock ? lock->step() : lock.error();
    if (!row)
        return row.error();
    return lock->integer(0) != 0 ? Result<void>()
                                 : Result<void>(ErrorCode::Busy, u"a server is serving from this city"_s);
}

// Names of cities are letters, digits and _ alone.
Result<void> takePlace(const Address& address, const QString& aside)
{
    auto connection = Connection::open(address);
    if (!connection)
        return connection.error();
    Connection& city = **connection;
    if (auto begun = city.execute("BEGIN"); !begun) // not beginWriting: there may be no city yet
        return begun;
    const QByteArray name = address.city.toUtf8();
    auto mark = city.mark();
    auto done = mark ? takeLockOfServing(city) : mark.error();
    if (done && !mark->empty)
        done = city.execute("ALTER SCHEMA " + name + " RENAME TO " + aside.toUtf8());
    if (done)
        done = city.execute("ALTER SCHEMA " + name + "_part RENAME TO " + name);
    if (!done) {
        (void)city.execute("ROLLBACK");
        return done;
    }
    return city.execute("COMMIT");
}

} // namespace thidua::server::postgres
