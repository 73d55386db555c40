#include "client/syncfacts.h"

namespace thidua::client
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto offsetFact = "clockOffset"_L1;
// lastCompleteAt lastContactAt bytesSent bytesReceived, and since later lastFetchedAt lastReceiptAt
// lastReceipts
constexpr auto statusFact = "syncStatus"_L1;

QString statusText(const SyncStatus& status)
{
    QStringList numbers;
    for (const qint64 number :
         {status.lastCompleteAt, status.lastContactAt, status.bytesSent, status.bytesReceived,
          status.lastFetchedAt, status.lastReceiptAt, status.lastReceipts})
        numbers.append(QString::number(number));
    return numbers.join(u' ');
}

} // namespace

void loadFacts(store::LocalStore& store, SyncStatus& status)
{
    status.clockOffset = store.fact(offsetFact).valueOr(QString()).toLongLong();
    const QStringList numbers = store.fact(statusFact).valueOr(QString()).split(u' ');
    if (numbers.size() >= 4) {
        status.lastCompleteAt = numbers[0].toLongLong();
        status.lastContactAt = numbers[1].toLongLong();
        status.bytesSent = numbers[2].toLongLong();
        status.bytesReceived = numbers[3].toLongLong();
    }
    if (numbers.size() >= 7) {
        status.lastFetchedAt = numbers[4].toLongLong();
        status.lastReceiptAt = numbers[5].toLongLong();
        status.lastReceipts = numbers[6].toLongLong();
    }
    loadCounts(store, status);
}

Result<void> keepFacts(store::LocalStore& store, const SyncStatus& status)
{
    auto known = store.fact(offsetFact);
    if (!known)
        return known.error();
    if (known->toLongLong() != status.clockOffset) {
        if (auto kept = store.setFact(offsetFact, QString::number(status.clockOffset)); !kept)
            return kept;
    }
    return store.setFact(statusFact, statusText(status));
}

void loadCounts(store::LocalStore& store, SyncStatus& status)
{
    const auto counts = store.counts();
    if (!counts)
        return; // the last known ones stand; the next cycle fails by itself if the file does
    status.pendingRecords = counts->pendingRecords;
    status.pendingEdits = counts->pendingEdits;
    status.attention = counts->attention;
    status.conflicts = counts->conflicts;
    status.oldestPendingAt = counts->oldestPendingAt;
    status.filesWaiting = counts->filesWaiting;
    status.fileBytesLeft = counts->fileBytesLeft;
    status.filesRefused = counts->filesRefused;
}

} // namespace thidua::client
