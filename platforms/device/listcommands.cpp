#include "client/syncfacts.h"
#include "commands.h"
#include "output.h"

// What this device has to say about itself: conflicts, pending, attention, status, hash.
namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

Result<std::unique_ptr<store::LocalStore>> storeFor(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete.error();
    return environment.installation.open();
}

void printEntry(const store::OutboxEntry& entry)
{
    const merge::Edit& edit = entry.edit;
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "seq", edit.seq);
    writeField(out, "at", edit.at);
    writeField(out, "record", edit.record.toText());
    writeField(out, "kind", edit.kind);
    writeField(out, "seen", edit.seen);
    writeField(out, "epoch", entry.epoch);
    writeValues(out, "set", edit.kind, edit.set);
    if (!edit.together.isNull())
        writeField(out, "together", edit.together.toText());
    if (entry.state == store::EditState::Refused) {
        writeField(out, "code", codeName(entry.code));
        writeField(out, "detail", entry.detail);
    }
    out.endMap();
    print(out);
}

void printFile(const store::KeptFile& file)
{
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "file", QString::fromLatin1(file.sha256.toHex()));
    writeField(out, "record", file.record.toText());
    writeField(out, "size", file.size);
    writeField(out, "sent", file.sent);
    if (file.state == store::FileState::Refused)
        writeField(out, "code", codeName(file.code));
    out.endMap();
    print(out);
}

Result<void> printOutbox(Environment& environment, const Arguments& arguments, store::EditState state)
{
    auto store = storeFor(environment, arguments);
    if (!store)
        return store.error();
    auto entries = (*store)->outbox(state);
    if (!entries)
        return entries.error();
    for (const store::OutboxEntry& entry : std::as_const(*entries))
        printEntry(entry);
    const bool pending = state == store::EditState::Pending;
    auto files = (*store)->files(pending ? store::FileState::Waiting : store::FileState::Refused);
    if (!files)
        return files.error();
    for (const store::KeptFile& file : std::as_const(*files))
        printFile(file);
    return {};
}

void printConflict(const store::Conflict& conflict)
{
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "record", conflict.record.toText());
    writeField(out, "kind", conflict.kind);
    writeField(out, "group", conflict.group.group);
    writeFlag(out, "own", conflict.own);
    writeFlag(out, "staleAuthority", conflict.staleAuthority);
    writeHeads(out, conflict.kind, conflict.group);
    out.endMap();
    print(out);
}

void printStatus(const store::Identity& identity, const client::SyncStatus& status, const QString& epoch,
                 const QMap<QString, qint64>& channels)
{
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "server", identity.server);
    writeField(out, "device", identity.device.toText());
    writeField(out, "user", identity.user.toText());
    writeField(out, "name", identity.userName);
    writeField(out, "epoch", epoch);
    writeField(out, "pending", status.pendingRecords);
    writeField(out, "attention", status.attention);
    writeField(out, "conflicts", status.conflicts);
    writeField(out, "oldestPendingAt", status.oldestPendingAt);
    writeField(out, "filesWaiting", status.filesWaiting);
    writeField(out, "fileBytesLeft", status.fileBytesLeft);
    writeField(out, "filesRefused", status.filesRefused);
    writeField(out, "lastCompleteAt", status.lastCompleteAt);
    writeField(out, "lastContactAt", status.lastContactAt);
    writeField(out, "clockOffset", status.clockOffset);
    writeField(out, "bytesSent", status.bytesSent);
    writeField(out, "bytesReceived", status.bytesReceived);
    out.key("channels");
    out.beginMap(channels.size());
    for (auto channel = channels.cbegin(); channel != channels.cend(); ++channel)
        writeField(out, channel.key().toUtf8(), channel.value());
    out.endMap();
    out.endMap();
    print(out);
}

} // namespace

Result<void> runPending(Environment& environment, const Arguments& arguments)
{
    return printOutbox(environment, arguments, store::EditState::Pending);
}

Result<void> runAttention(Environment& environment, const Arguments& arguments)
{
    return printOutbox(environment, arguments, store::EditState::Refused);
}

Result<void> runConflicts(Environment& environment, const Arguments& arguments)
{
    auto store = storeFor(environment, arguments);
    if (!store)
        return store.error();
    auto conflicts = (*store)->conflicts();
    if (!conflicts)
        return conflicts.error();
    for (const store::Conflict& conflict : std::as_const(*conflicts))
        printConflict(conflict);
    return {};
}

Result<void> runStatus(Environment& environment, const Arguments& arguments)
{
    auto store = storeFor(environment, arguments);
    if (!store)
        return store.error();
    auto identity = (*store)->identity();
    auto epoch = (*store)->epoch();
    auto channels = (*store)->positions();
    if (!identity || !epoch || !channels)
        return !identity ? identity.error() : !epoch ? epoch.error() : channels.error();
    client::SyncStatus status;
    client::loadFacts(**store, status);
    printStatus(*identity, status, *epoch, *channels);
    return {};
}

Result<void> runHash(Environment& environment, const Arguments& arguments)
{
    auto store = storeFor(environment, arguments);
    if (!store)
        return store.error();
    auto digests = (*store)->digests();
    if (!digests)
        return digests.error();
    protocol::JsonWriter out;
    out.beginMap(digests->size());
    for (auto digest = digests->cbegin(); digest != digests->cend(); ++digest) {
        out.key(digest.key().toUtf8());
        out.digest(digest.value());
    }
    out.endMap();
    print(out);
    return {};
}

} // namespace thidua
