#include "sql/migrator.h"

#include "sql/transaction.h"

namespace thidua::sql
{

static Result<qint64> pragma(Connection& connection, const char* sql)
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
static QByteArray setPragma(const char* name, qint64 number)
{
    return QByteArray("PRAGMA ") + name + " = " + QByteArray::number(number) + ";";
}

static Result<void> checkOwner(Connection& connection, qint32 applicationId, qint64 version)
{
    auto owner = pragma(connection, "PRAGMA application_id");
    if (!owner)
        return owner.error();
    if (*owner == applicationId || (*owner == 0 && version == 0))
        return {};
    return {ErrorCode::StorageCorrupt, QStringLiteral("the file belongs to another program")};
}

static Result<void> applyOne(Connection& connection, qint32 applicationId, const Migration& migration)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    const QByteArray script = migration.script + "\n" + setPragma("application_id", applicationId) +
                              setPragma("user_version", migration.version);
    if (auto done = connection.execute(script); !done)
        return done;
    return transaction->commit();
}

Result<void> migrate(Connection& connection, qint32 applicationId, std::span<const Migration> migrations)
{
    auto version = pragma(connection, "PRAGMA user_version");
    if (!version)
        return version.error();
    if (auto own = checkOwner(connection, applicationId, *version); !own)
        return own;
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest)
        return {ErrorCode::NewerFile,
                QStringLiteral("file version %1, newest known %2").arg(*version).arg(newest)};
    for (const Migration& migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (auto done = applyOne(connection, applicationId, migration); !done)
            return done;
    }
    return {};
}

} // namespace thidua::sql
