#pragma once

#include "protocol/messages.h"
#include "server/devicetable.h"
#include "sql/connection.h"

namespace thidua::server
{

// What a revoked device still had to send, kept until a person has judged it: nothing of it is in any record.
struct QuarantinedEdit {
    protocol::PushEdit edit;
    Instant receivedAt = 0;
    Instant judgedAt = 0; // 0: not yet
    QString outcome;      // "rejected", "accepted", "answered before", or the code of a refusal
    QByteArray contentHash;
};

class QuarantineTable
{
public:
    static constexpr qint64 maxEdits = 20'000; // of one device

    explicit QuarantineTable(sql::Connection& connection);

    // What is there already stays as it is; a number with another content is kept beside it. TooLarge beyond
    // the limit. Returns the highest number kept.
    [[nodiscard]] Result<qint64> add(qint64 device, const protocol::PushRequest& request, Instant now);
    // In seq order.
    [[nodiscard]] Result<QList<QuarantinedEdit>> of(qint64 device);
    [[nodiscard]] Result<QList<qint64>> devices();
    [[nodiscard]] Result<void> judged(qint64 device, const QuarantinedEdit& edit, const QString& outcome,
                                      Instant now);

private:
    sql::CachedStatement m_add;
    sql::CachedStatement m_count;
    sql::CachedStatement m_last;
    sql::CachedStatement m_of;
    sql::CachedStatement m_devices;
    sql::CachedStatement m_judged;
};

} // namespace thidua::server
