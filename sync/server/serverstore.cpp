#include "server/serverstore.h"

#include "server/migrations.h"

#include <algorithm>
#include <array>

namespace thidua::server
{

using namespace Qt::StringLiterals;

ServerStore::ServerStore(std::unique_ptr<sql::Connection> connection, const domain::Schema& schema)
    : m_connection(std::move(connection))
    , accounts(*m_connection)
    , devices(*m_connection)
    , ids(*m_connection)
    , records(*m_connection, schema, ids)
    , channels(*m_connection, ids)
    , memberships(*m_connection)
    , quarantine(*m_connection)
    , files(*m_connection)
    , audit(*m_connection)
    , m_schema(schema)
    , m_epoch(*m_connection, "SELECT number, name FROM epoch ORDER BY number DESC LIMIT 1")
    , m_addEpoch(*m_connection, "INSERT INTO epoch (number, name, since) VALUES (?1, ?2, ?3)")
    , m_handoverKeys(*m_connection, "SELECT public, secret FROM handover_key")
{
}

static Result<std::unique_ptr<sql::Connection>> connect(const Database& database)
{
    auto connection = database.connect();
    if (!connection)
        return connection;
    if (auto migrated = sql::migrate(**connection, serverFileId, serverMigrations()); !migrated)
        return migrated.error();
    return connection;
}

Result<std::unique_ptr<ServerStore>> ServerStore::create(const Database& database,
                                                         const domain::Schema& schema, const Clock& clock,
                                                         Random& random)
{
    auto exists = database.exists();
    if (!exists || *exists)
        return !exists
                   ? exists.error()
                   : Error{ErrorCode::StorageFailed, u"there is a database already: "_s + database.name()};
    auto connection = connect(database);
    if (!connection)
        return connection.error();
    std::unique_ptr<ServerStore> store(new ServerStore(std::move(*connection), schema));
    if (auto done = store->addOwnIdentity(clock, random); !done)
        return done.error();
    return store;
}

Result<std::unique_ptr<ServerStore>> ServerStore::open(const Database& database, const domain::Schema& schema)
{
    auto exists = database.exists();
    if (!exists || !*exists)
        return !exists ? exists.error()
                       : Error{ErrorCode::NotFound, u"there is no database: "_s + database.name()};
    auto connection = connect(database);
    if (!connection)
        return connection.error();
    return std::unique_ptr<ServerStore>(new ServerStore(std::move(*connection), schema));
}

Result<void> ServerStore::addOwnIdentity(const Clock& clock, Random& random)
{
    auto transaction = sql::Transaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    sql::CachedStatement account(*m_connection,
                                 "INSERT INTO account (number, id, login, name, created_at, disabled_at) "
                                 "VALUES (0, ?1, '', '', ?2, ?2)");
    sql::CachedStatement device(*m_connection,
                                "INSERT INTO device (number, id, account, name, mark, created_at, seen_at) "
                                "VALUES (0, ?1, 0, '', 0, ?2, ?2)");
    if (auto done = account.run(UserId(), clock.now()); !done)
        return done;
    if (auto done = device.run(DeviceId::create(clock, random), clock.now()); !done)
        return done;
    sql::CachedStatement keys(*m_connection,
                              "INSERT INTO handover_key (\"only\", public, secret) VALUES (1, ?1, ?2)");
    const protocol::handover::ServerKeys made = protocol::handover::newServerKeys(random);
    if (auto done = keys.run(made.publicKey, made.secretKey); !done)
        return done;
    if (auto begun = beginEpoch(0, clock, random); !begun)
        return begun.error();
    return transaction->commit();
}

Result<protocol::handover::ServerKeys> ServerStore::handoverKeys()
{
    auto row = m_handoverKeys.step();
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::StorageCorrupt, u"the database has no key for hand-overs"_s};
    protocol::handover::ServerKeys keys{m_handoverKeys->blob(0), m_handoverKeys->blob(1)};
    m_handoverKeys.reset();
    return keys;
}

Result<Epoch> ServerStore::epoch()
{
    auto row = m_epoch.step();
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::StorageCorrupt, u"the database has no epoch"_s};
    Epoch epoch{m_epoch->integer(0), m_epoch->text(1)};
    m_epoch.reset();
    return epoch;
}

Result<Epoch> ServerStore::beginEpoch(qint64 above, const Clock& clock, Random& random)
{
    auto current = epoch();
    const qint64 last = current ? current->number : 0;
    Epoch next{std::max(above, last) + 1, {}};
    std::array<unsigned char, 8> bytes{};
    random.fill(bytes);
    const auto name = QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    next.name = QString::number(next.number) + u'.' + QString::fromLatin1(name.toHex());
    if (auto added = m_addEpoch.run(next.number, next.name, clock.now()); !added)
        return added.error();
    if (auto noted = audit.add({deed::epochBegun, next.name}, clock.now()); !noted)
        return noted.error();
    return next;
}

void ServerStore::forgetUncommitted()
{
    ids.forget();
    channels.forget();
}

Result<DeviceId> ServerStore::ownDevice()
{
    return ids.device(0);
}

} // namespace thidua::server
