#include "sql/migrator.h"

#include "sql/transaction.h"

namespace thidua::sql
{

static Result<void> checkOwner(const Mark& mark, qint32 applicationId)
{
    const bool isNew = mark.owner == 0 && mark.empty;
    if (mark.owner == applicationId || isNew)
        return {};
    return {ErrorCode::StorageCorrupt, QStringLiteral("the database belongs to another program")};
}

static Result<void> applyOne(Connection& connection, qint32 applicationId, const Migration& migration)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return transaction.error();
    // Another connection may have been faster.
    auto mark = connection.mark();
    if (!mark || mark->version >= migration.version)
        return mark ? Result<void>() : mark.error();
    if (auto done = connection.define(migration.script); !done)
        return done;
    if (auto done = connection.setMark({applicationId, migration.version}); !done)
        return done;
    return transaction->commit();
}

Result<void> migrate(Connection& connection, qint32 applicationId, std::span<const Migration> migrations)
{
    auto mark = connection.mark();
    if (!mark)
        return mark.error();
    if (auto own = checkOwner(*mark, applicationId); !own)
        return own;
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (mark->version > newest)
        return {ErrorCode::NewerFile,
                QStringLiteral("database of version %1, newest known %2").arg(mark->version).arg(newest)};
    if (mark->version == newest)
        return {};
    if (auto done = connection.prepareForMigrations(); !done)
        return done;
    for (const Migration& migration : migrations) {
        if (migration.version <= mark->version)
            continue;
        if (auto done = applyOne(connection, applicationId, migration); !done)
            return done;
    }
    return {};
}

} // namespace thidua::sql
