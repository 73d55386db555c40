#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "sql/connection.h"

#include <QList>

namespace thidua::server
{

// What may stand in the audit log. Names of people and what they have entered do not: ids are enough.
namespace deed
{
inline constexpr QLatin1String epochBegun{"epoch-begun"}; // created, or restored: the subject is its name
inline constexpr QLatin1String serving{"serving"};        // how and where
inline constexpr QLatin1String personAdded{"person-added"};
inline constexpr QLatin1String personDisabled{"person-disabled"};
inline constexpr QLatin1String passwordSet{"password-set"};
inline constexpr QLatin1String granted{"granted"};
inline constexpr QLatin1String grantEnded{"grant-ended"};
inline constexpr QLatin1String codeIssued{"code-issued"};
inline constexpr QLatin1String enrolled{"enrolled"}; // signed in with a password or a code, on a new device
inline constexpr QLatin1String deviceRevoked{"device-revoked"};
inline constexpr QLatin1String quarantineAccepted{"quarantine-accepted"};
inline constexpr QLatin1String quarantineRejected{"quarantine-rejected"};
inline constexpr QLatin1String published{"published"}; // a decision, or a score table, became public
} // namespace deed

struct Deed {
    QString what;
    QString subject;      // whom or what it was done to, by id
    UserId actor = {};    // null: whoever has the server's machine
    DeviceId device = {}; // by which the actor did it; null: none
};

struct AuditEntry {
    qint64 number = 0; // 1, 2, 3… the order in which it happened, whatever the clock said
    Instant at = 0;    // by the server's clock
    Deed deed;
    QByteArray hash; // SHA-256 over the hash of the entry before and all of this one
};

// Where the log ends. An empty log ends at 0 with 32 zero bytes.
struct AuditHead {
    qint64 number = 0;
    QByteArray hash;

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

[[nodiscard]] QByteArray auditHash(const QByteArray& before, const AuditEntry& entry);

// Who did what to whom, as a chain: nothing in it can be changed, taken out or put in without all that
// follows changing. Written in the transaction of what it tells.
class AuditTable
{
public:
    explicit AuditTable(sql::Connection& connection);

    [[nodiscard]] Result<void> add(const Deed& deed, Instant now);
    [[nodiscard]] Result<AuditHead> head();
    [[nodiscard]] Result<QList<AuditEntry>> after(qint64 number, qint64 most);

private:
    sql::CachedStatement m_head;
    sql::CachedStatement m_add;
    sql::CachedStatement m_after;
};

} // namespace thidua::server
