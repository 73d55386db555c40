#pragma once

#include "base/clock.h"
#include "protocol/messages.h"
#include "sql/connection.h"

#include <optional>

namespace thidua::server
{

struct Device {
    qint64 number = 0;
    DeviceId id;
    qint64 account = 0;
    UserId user;
    QString name;
    qint64 mark = 0; // the last seq that was answered
    Instant createdAt = 0;
    Instant seenAt = 0;
    Instant revokedAt = 0; // 0: in use
    QByteArray verifier;   // of its hand-overs; null for the server itself
};

struct Receipt {
    QByteArray contentHash;
    protocol::PushResult result;
};

// Enrolled devices, their marks, and what each of their edits was answered.
class DeviceTable
{
public:
    explicit DeviceTable(sql::Connection& connection);

    // Also revoked ones. A disabled person's devices are told as revoked.
    [[nodiscard]] Result<std::optional<Device>> byToken(QByteArrayView tokenHash);
    [[nodiscard]] Result<std::optional<Device>> byId(const DeviceId& id);
    [[nodiscard]] Result<std::optional<Device>> byNumber(qint64 number);
    [[nodiscard]] Result<QList<Device>> all();
    [[nodiscard]] Result<void> add(const Device& device, QByteArrayView tokenHash);
    [[nodiscard]] Result<void> revoke(qint64 number, Instant now);
    [[nodiscard]] Result<void> advance(qint64 number, qint64 mark, Instant now);

    [[nodiscard]] Result<std::optional<Receipt>> receipt(qint64 number, qint64 seq);
    [[nodiscard]] Result<void> addReceipt(qint64 number, const Receipt& receipt);

private:
    [[nodiscard]] Result<std::optional<Device>> one(Result<bool> row, sql::CachedStatement& statement);

    sql::CachedStatement m_byToken;
    sql::CachedStatement m_byId;
    sql::CachedStatement m_byNumber;
    sql::CachedStatement m_all;
    sql::CachedStatement m_add;
    sql::CachedStatement m_revoke;
    sql::CachedStatement m_advance;
    sql::CachedStatement m_receipt;
    sql::CachedStatement m_addReceipt;
};

} // namespace thidua::server
