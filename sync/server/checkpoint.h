#pragma once

#include "base/random.h"
#include "server/audit.h"

#include <optional>

namespace thidua::server
{

// Ed25519. The secret half lies beside the database and never in it, so that whoever can write the database
// cannot sign.
struct AuditKeys {
    QByteArray publicKey;
    QByteArray secretKey;
};
[[nodiscard]] AuditKeys newAuditKeys(Random& random);
[[nodiscard]] std::optional<AuditKeys> auditKeysFrom(const QByteArray& secretKey);

// "So far the log went, and so it ended", signed: kept beside the database, and anywhere else.
struct Checkpoint {
    AuditHead head;
    Instant at = 0;
    QByteArray publicKey;
    QByteArray signature;
};
[[nodiscard]] Checkpoint signCheckpoint(const AuditHead& head, Instant at, const AuditKeys& keys);
[[nodiscard]] bool isGenuine(const Checkpoint& checkpoint, const QByteArray& publicKey);

// One line of JSON, with a line end; what is none gives nothing.
[[nodiscard]] QByteArray toLine(const Checkpoint& checkpoint);
[[nodiscard]] std::optional<Checkpoint> checkpointFromLine(const QByteArray& line);

} // namespace thidua::server
