#include "server/storecopy.h"

#include "server/migrations.h"
#include "server/postgres/replacement.h"
#include "sql/sqliteconnection.h"

#include <array>

namespace thidua::server
{

namespace
{

struct Table {
    const char* name;
    const char* types; // of its columns: integer, text, bytes
    const char* select;
    const char* insert;
};

// Each after those that its rows point to.
constexpr std::array tables = std::to_array<Table>({
    {"epoch", "iti", "SELECT number, name, since FROM epoch",
     "INSERT INTO epoch (number, name, since) VALUES (?1, ?2, ?3)"},
    {"account", "ibttbbiiii",
     "SELECT number, id, login, name, salt, hash, passes, memory, created_at, disabled_at "
     "FROM account",
     "INSERT INTO account (number, id, login, name, salt, hash, passes, memory, created_at, "
     "disabled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"},
    {"account_grant", "iiitii", "SELECT number, account, role, scope, from_at, to_at FROM account_grant",
     "INSERT INTO account_grant (number, account, role, scope, from_at, to_at) VALUES (?1, "
     "?2, ?3, ?4, ?5, ?6)"},
    {"enrolment_code", "biii", "SELECT hash, account, expires_at, used_at FROM enrolment_code",
     "INSERT INTO enrolment_code (hash, account, expires_at, used_at) VALUES (?1, ?2, ?3, ?4)"},
    {"device", "ibitbiiiib",
     "SELECT number, id, account, name, token_hash, mark, created_at, seen_at, revoked_at, "
     "verifier FROM device",
     "INSERT INTO device (number, id, account, name, token_hash, mark, created_at, seen_at, "
     "revoked_at, verifier) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"},
    {"handover_key", "ibb", "SELECT \"only\", public, secret FROM handover_key",
     "INSERT INTO handover_key (\"only\", public, secret) VALUES (?1, ?2, ?3)"},
    {"receipt", "iibittt", "SELECT device, seq, content_hash, version, beside, code, detail FROM receipt",
     "INSERT INTO receipt (device, seq, content_hash, version, beside, code, detail) VALUES "
     "(?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
    {"channel", "itii", "SELECT number, name, rev, digest FROM channel",
     "INSERT INTO channel (number, name, rev, digest) VALUES (?1, ?2, ?3, ?4)"},
    {"record", "btiiib", "SELECT id, kind, version, channel, rev, heads FROM record",
     "INSERT INTO record (id, kind, version, channel, rev, heads) VALUES (?1, ?2, ?3, ?4, ?5, "
     "?6)"},
    {"edit", "biiiiiiiiiiibtb",
     "SELECT record, version, device, seq, at, claimed_at, received_at, seen, seen_epoch, "
     "epoch, rank, author, together, late, content FROM edit",
     "INSERT INTO edit (record, version, device, seq, at, claimed_at, received_at, seen, "
     "seen_epoch, epoch, rank, author, together, late, content) VALUES (?1, ?2, ?3, ?4, ?5, "
     "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"},
    {"quarantine", "iiibbit",
     "SELECT device, seq, received_at, content_hash, content, judged_at, outcome FROM "
     "quarantine",
     "INSERT INTO quarantine (device, seq, received_at, content_hash, content, judged_at, "
     "outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
    {"layout", "itb", "SELECT number, kind, columns FROM layout",
     "INSERT INTO layout (number, kind, columns) VALUES (?1, ?2, ?3)"},
    {"published", "iibiiiiiiiibb",
     "SELECT channel, rev, record, version, layout, stamp_version, device, seq, at, rank, "
     "author, extras, body FROM published",
     "INSERT INTO published (channel, rev, record, version, layout, stamp_version, device, "
     "seq, at, rank, author, extras, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
     "?11, ?12, ?13)"},
    {"moved", "bii", "SELECT record, channel, rev FROM moved",
     "INSERT INTO moved (record, channel, rev) VALUES (?1, ?2, ?3)"},
    {"membership", "bbb", "SELECT record, block, unit FROM membership",
     "INSERT INTO membership (record, block, unit) VALUES (?1, ?2, ?3)"},
    {"block", "b", "SELECT record FROM block", "INSERT INTO block (record) VALUES (?1)"},
    {"membership_change", "ii", "SELECT \"only\", count FROM membership_change",
     "UPDATE membership_change SET count = ?2 WHERE \"only\" = ?1"},
    {"file", "biti", "SELECT sha256, size, media_type, created_at FROM file",
     "INSERT INTO file (sha256, size, media_type, created_at) VALUES (?1, ?2, ?3, ?4)"},
    {"file_holder", "bi", "SELECT sha256, account FROM file_holder",
     "INSERT INTO file_holder (sha256, account) VALUES (?1, ?2)"},
    {"file_reference", "bbi", "SELECT sha256, record, account FROM file_reference",
     "INSERT INTO file_reference (sha256, record, account) VALUES (?1, ?2, ?3)"},
    {"upload", "bibitii", "SELECT id, device, sha256, size, media_type, received, expires_at FROM upload",
     "INSERT INTO upload (id, device, sha256, size, media_type, received, expires_at) VALUES "
     "(?1, ?2, ?3, ?4, ?5, ?6, ?7)"},
    {"audit", "iittbbb", "SELECT number, at, what, subject, actor, device, hash FROM audit",
     "INSERT INTO audit (number, at, what, subject, actor, device, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
     "?7)"},
});

void bindFrom(const sql::Statement& row, const char* types, sql::Statement& target)
{
    for (int column = 0; types[column] != 0; ++column) {
        const int index = column + 1;
        if (row.isNull(column))
            target.bindOne(index, nullptr);
        else if (types[column] == 'i')
            target.bindOne(index, row.integer(column));
        else if (types[column] == 't')
            target.bindOne(index, sql::Utf8{row.blobView(column)});
        else
            target.bindOne(index, row.blobView(column));
    }
}

Result<void> copyTable(sql::Connection& from, sql::Connection& to, const Table& table)
{
    auto rows = from.prepare(table.select);
    auto place = rows ? to.prepare(table.insert) : rows.error();
    if (!place)
        return place.error();
    rows->stream();
    for (;;) {
        auto row = rows->step();
        if (!row || !*row)
            return row ? Result<void>() : row.error();
        place->reset();
        bindFrom(*rows, table.types, *place);
        if (auto put = place->run(); !put)
            return put;
    }
}

} // namespace

Result<void> copyStore(sql::Connection& from, const sql::Transaction&, sql::Connection& to)
{
    auto snapshot = sql::Snapshot::begin(from);
    if (!snapshot)
        return snapshot.error();
    for (const Table& table : tables) {
        if (auto copied = copyTable(from, to, table); !copied)
            return copied;
    }
    return {};
}

QStringList copiedTables()
{
    QStringList names;
    for (const Table& table : tables)
        names.append(QString::fromLatin1(table.name));
    return names;
}

static Result<void> backUpPostgres(const Database& database, const QString& path)
{
    auto from = database.connect();
    auto to = from ? sql::Connection::open(path) : from.error();
    if (!to)
        return to.error();
    if (auto migrated = sql::migrate(**to, serverFileId, serverMigrations()); !migrated)
        return migrated;
    auto transaction = sql::Transaction::begin(**to);
    if (!transaction)
        return transaction.error();
    auto copied = copyStore(**from, *transaction, **to);
    return copied ? transaction->commit() : copied;
}

Result<void> backUp(const Database& database, const QString& path)
{
    if (!database.isFile())
        return backUpPostgres(database, path);
    auto connection = sql::SqliteConnection::open(database.file());
    return connection ? (*connection)->backupTo(path) : connection.error();
}

Result<void> putInPlace(const QString& from, const postgres::Address& address, const QString& aside)
{
    auto file = sql::Connection::open(from);
    if (!file)
        return file.error();
    auto city = postgres::openBeside(address);
    if (!city)
        return city.error();
    if (auto migrated = sql::migrate(**city, serverFileId, serverMigrations()); !migrated)
        return migrated;
    auto transaction = sql::Transaction::begin(**city);
    if (!transaction)
        return transaction.error();
    if (auto copied = copyStore(**file, *transaction, **city); !copied)
        return copied;
    if (auto counting = postgres::goOnCounting(**city); !counting)
        return counting;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    city->reset();
    return postgres::takePlace(address, aside);
}

} // namespace thidua::server
