#include "sql/migrator.h"

#include "sql/transaction.h"

namespace thidua::sql
{

// The one number of a PRAGMA or a query.
static Result<qint64> number(Connection& connection, const char* sql)
{
    auto statement = connection.prepare(sql);
    if (!statement)
        return statement.error();
    auto row = statement->step();
    if (!row)
        return row.error();
    return statement->integer(0);
}

// PRAGMA takes no parameters; both arguments are numbers.
static QByteArray setPragma(const char* name, qint64 value)
{
    return QByteArray("PRAGMA ") + name + " = " + QByteArray::number(value) + ";";
}

static Result<qint64> versionOf(Connection& connection)
{
    return number(connection, "PRAGMA user_version");
}

static Result<void> checkOwner(Connection& connection, qint32 applicationId)
{
    auto owner = number(connection, "PRAGMA application_id");
    if (!owner)
        return owner.error();
    if (*owner == applicationId)
        return {};
    auto objects = number(connection, "SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return objects.error();
    if (*owner == 0 && *objects == 0)
        return {}; // a new file
    return {ErrorCode::StorageCorrupt, QStringLiteral("the file belongs to another program")};
}

static Result<void> applyOne(Connection& connection, qint32 applicationId, const Migration& migration)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    // Another connection may have been faster.
    auto version = versionOf(connection);
    if (!version || *version >= migration.version)
        return version ? Result<void>() : version.error();
    const QByteArray script = migration.script + "\n" + setPragma("application_id", applicationId) +
                              setPragma("user_version", migration.version);
    if (auto done = connection.execute(script); !done)
        return done;
    return transaction->commit();
}

Result<void> migrate(Connection& connection, qint32 applicationId, std::span<const Migration> migrations)
{
    auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (auto own = checkOwner(connection, applicationId); !own)
        return own;
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest)
        return {ErrorCode::NewerFile,
                QStringLiteral("file version %1, newest known %2").arg(*version).arg(newest)};
    if (*version == newest)
        return {};
    if (auto done = connection.execute("PRAGMA journal_mode = WAL"); !done)
        return done;
    for (const Migration& migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (auto done = applyOne(connection, applicationId, migration); !done)
            return done;
    }
    return {};
}

} // namespace thidua::sql
