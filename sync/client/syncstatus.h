#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QMetaType>
#include <QString>

namespace thidua::client
{

// What a screen may say about synchronisation. It never says more than is known: without contact the state of
// the server is unknown, not "synced".
struct SyncStatus {
    enum class Phase {
        Unknown,  // offline, or not tried yet
        Sending,  // pushing
        Fetching, // pulling
        UpToDate, // outbox empty, last pull complete, digests equal
        Waiting,  // reachable or not: there is work and the next try is scheduled
        SignIn,   // the token is no longer accepted
        Portal,   // the network wants a sign-in of its own
        Sent,     // outbox empty by the server's receipts; what others did was not asked for
        Rescued,  // the device is revoked, and the server keeps what it had to send: its file is to be wiped
    };
    Phase phase = Phase::Unknown;
    qint64 pendingRecords = 0;
    qint64 pendingEdits = 0;
    qint64 attention = 0;
    qint64 conflicts = 0;
    Instant oldestPendingAt = 0;
    Instant lastCompleteAt = 0; // last time the device was up to date; 0: never
    Instant lastContactAt = 0;
    Instant lastFetchedAt = 0; // last pull that came to its end
    Instant lastReceiptAt = 0; // when the server last confirmed own edits…
    qint64 lastReceipts = 0;   // …and how many in that cycle
    Instant nextTryAt = 0;
    qint64 clockOffset = 0; // ms, server minus device
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    qint64 recordsFetched = 0; // of the running first sync
    ErrorCode lastError = ErrorCode::None;
    qint64 filesWaiting = 0;  // to be sent; they come after everything else
    qint64 fileBytesLeft = 0; // of these; grows only when a file is added
    qint64 filesRefused = 0;
    bool uploading = false;
    ErrorCode fileError = ErrorCode::None; // why the last upload ended

    [[nodiscard]] bool safeToHandIn() const
    {
        return (phase == Phase::UpToDate || phase == Phase::Sent) && pendingRecords == 0 && attention == 0 &&
               filesWaiting == 0 && filesRefused == 0;
    }
    friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

} // namespace thidua::client

Q_DECLARE_METATYPE(thidua::client::SyncStatus)
