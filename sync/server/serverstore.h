#pragma once

#include "base/random.h"
#include "domain/schema.h"
#include "protocol/handover.h"
#include "protocol/messages.h"
#include "server/accounttable.h"
#include "server/audit.h"
#include "server/channeltable.h"
#include "server/database.h"
#include "server/devicetable.h"
#include "server/filetable.h"
#include "server/idbook.h"
#include "server/membershiptable.h"
#include "server/quarantine.h"
#include "server/recordtable.h"
#include "sql/transaction.h"

#include <memory>

namespace thidua::server
{

struct Epoch {
    qint64 number = 0;
    protocol::EpochName name;
};

// One connection to the server's database. Used by one thread at a time; several may be open on one database,
// in one process or several. Only one of them writes at any moment: that lock is the order of acceptance.
class ServerStore
{
    // Before everything that hangs on it.
    std::unique_ptr<sql::Connection> m_connection;

public:
    // A new, empty database of epoch 1. StorageFailed if there is one already.
    [[nodiscard]] static Result<std::unique_ptr<ServerStore>>
    create(const Database& database, const domain::Schema& schema, const Clock& clock, Random& random);
    // NotFound if there is none; NewerFile, StorageCorrupt, StorageFailed.
    [[nodiscard]] static Result<std::unique_ptr<ServerStore>> open(const Database& database,
                                                                   const domain::Schema& schema);

    [[nodiscard]] Result<Epoch> epoch();
    // A new life after a restore; its number is greater than `above` and all before.
    [[nodiscard]] Result<Epoch> beginEpoch(qint64 above, const Clock& clock, Random& random);
    [[nodiscard]] Result<DeviceId> ownDevice(); // the server as the author of records
    [[nodiscard]] Result<protocol::handover::ServerKeys> handoverKeys();

    [[nodiscard]] sql::Connection& connection() { return *m_connection; }
    [[nodiscard]] const domain::Schema& schema() const { return m_schema; }

    // After a write that was not committed: what was read in it may never have been there.
    void forgetUncommitted();

    AccountTable accounts;
    DeviceTable devices;
    IdBook ids;
    RecordTable records;
    ChannelTable channels;
    MembershipTable memberships;
    QuarantineTable quarantine;
    FileTable files;
    AuditTable audit;

private:
    ServerStore(std::unique_ptr<sql::Connection> connection, const domain::Schema& schema);
    [[nodiscard]] Result<void> addOwnIdentity(const Clock& clock, Random& random);

    const domain::Schema& m_schema;
    sql::CachedStatement m_epoch;
    sql::CachedStatement m_addEpoch;
    sql::CachedStatement m_handoverKeys;
};

} // namespace thidua::server
