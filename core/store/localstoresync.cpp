#include "store/parts.h"

#include <algorithm>

// What passes between the device and its server: the outbox, receipts, pages, positions, repair.
namespace thidua::store
{

constexpr qint64 dayLong = 24LL * 60 * 60 * 1000; // ms
constexpr qint64 keepAcceptedFor = 90 * dayLong;  // SYNC.md section 4

Result<QList<OutboxEntry>> LocalStore::outbox(EditState state, qint64 fromSeq, int limit)
{
    return m_parts->outbox.entries(state, fromSeq, limit);
}

// What is shown changes only if an edit was refused, or if the decision that contains it came before its
// receipt.
Result<void> LocalStore::Parts::settleOne(const sql::Transaction& transaction, PageApplier::Touched& touched,
                                          const Receipt& receipt, Instant now)
{
    auto settled = outbox.settle(transaction, receipt, now);
    if (!settled || !*settled)
        return settled ? Result<void>() : settled.error();
    const auto& [record, kind] = **settled;
    touched.records.insert(record);
    touched.kinds.insert(kind);
    auto pending = outbox.anyPending(record);
    auto version = pending ? records.markPending(transaction, record, *pending) : pending.error();
    if (!version)
        return version.error();
    const bool accepted = receipt.code == ErrorCode::None;
    if (accepted && *version < receipt.version)
        return {};
    auto done = accepted ? outbox.close(transaction, record, *version) : Result<void>();
    return done ? shown.refresh(transaction, record) : done;
}

Result<void> LocalStore::Parts::showAgain(const sql::Transaction& transaction, PageApplier::Touched& touched,
                                          const QList<Outbox::Place>& places)
{
    for (const auto& [record, kind] : places) {
        if (auto done = shown.refresh(transaction, record); !done)
            return done;
        touched.records.insert(record);
        touched.kinds.insert(kind);
    }
    return {};
}

Result<void> LocalStore::Parts::offer(const sql::Transaction& transaction, PageApplier::Touched& touched,
                                      qint64 firstSeq, qint64 lastSeq)
{
    auto places = outbox.reopen(transaction, firstSeq, lastSeq);
    return places ? showAgain(transaction, touched, *places) : places.error();
}

Result<void> LocalStore::settleReceipts(const QList<Receipt>& receipts, Instant serverTime)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto now = serverTime > 0 ? Result<Instant>(serverTime) : parts.facts.correctedNow(parts.clock);
            if (!now)
                return now.error();
            for (const Receipt& receipt : receipts) {
                if (auto done = parts.settleOne(transaction, touched, receipt, *now); !done)
                    return done;
            }
            if (serverTime < parts.forgotAt + dayLong)
                return {};
            parts.forgotAt = serverTime;
            return parts.outbox.forgetBefore(transaction, serverTime - keepAcceptedFor);
        });
}

Result<qint64> LocalStore::nextSeq()
{
    return m_parts->outbox.nextSeq();
}

Result<void> LocalStore::offerAgain(qint64 expected, const QString& newEpoch)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            if (auto done = parts.facts.set(fact::epoch, newEpoch); !done)
                return done;
            auto channels = parts.channels.all();
            if (!channels)
                return channels.error();
            for (const auto& channel : *channels) {
                if (channel.rev == Channels::notHeld)
                    continue;
                if (auto done = parts.channels.setPosition(transaction, channel.name, 0); !done)
                    return done;
                if (auto done = parts.markSuspects.run(channel.id); !done)
                    return done;
            }
            // A file that the server has is answered at once; one that it forgot goes again.
            if (auto done = parts.files.wait(FileState::Held); !done)
                return done;
            auto first = parts.outbox.acceptedBelow(expected);
            return first ? parts.offer(transaction, touched, *first, std::numeric_limits<qint64>::max())
                         : first.error();
        });
}

Result<void> LocalStore::offerOneAgain(qint64 seq)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            return parts.offer(transaction, touched, seq, seq);
        });
}

Result<void> LocalStore::showOwnEdits()
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto places = parts.outbox.openPlaces();
            if (!places)
                return places.error();
            return parts.showAgain(transaction, touched, *places);
        });
}

static bool takesAway(const Page& page)
{
    const auto moves = [](const merge::PublishedTable& table) { return !table.moved.isEmpty(); };
    return !page.gone.isEmpty() || std::ranges::any_of(page.tables, moves);
}

Result<void> LocalStore::applyPage(const Page& page)
{
    auto& parts = *m_parts;
    auto stored = parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto applied = parts.applier.apply(transaction, page);
            if (!applied)
                return applied.error();
            touched = std::move(*applied);
            return page.epoch.isEmpty() ? Result<void>() : parts.facts.set(fact::epoch, page.epoch);
        });
    // The files of records that may no longer be here go with them.
    if (!stored || !takesAway(page))
        return stored;
    return parts.transact([&](const sql::Transaction& transaction, PageApplier::Touched&) {
        return parts.sweepFolder(transaction, Parts::Sweep::AfterPurge);
    });
}

Result<QMap<QString, qint64>> LocalStore::positions()
{
    auto channels = m_parts->channels.all();
    if (!channels)
        return channels.error();
    QMap<QString, qint64> positions;
    for (const auto& channel : *channels) {
        if (channel.rev != Channels::notHeld)
            positions.insert(channel.name, channel.rev);
    }
    return positions;
}

Result<void> LocalStore::addChannels(const QStringList& names)
{
    auto& parts = *m_parts;
    auto held = positions();
    if (!held)
        return held.error();
    return parts.transact([&](const sql::Transaction& transaction, PageApplier::Touched&) -> Result<void> {
        for (const QString& name : names) {
            if (held->contains(name))
                continue;
            if (auto done = parts.channels.setPosition(transaction, name, 0); !done)
                return done;
        }
        return {};
    });
}

Result<QString> LocalStore::epoch()
{
    return m_parts->facts.value(fact::epoch);
}

Result<QMap<QString, quint64>> LocalStore::digests()
{
    auto channels = m_parts->channels.all();
    if (!channels)
        return channels.error();
    QMap<QString, quint64> digests;
    for (const auto& channel : *channels) {
        if (channel.rev != Channels::notHeld)
            digests.insert(channel.name, channel.digest);
    }
    return digests;
}

Result<void> LocalStore::beginRepair(const QString& channel)
{
    auto& parts = *m_parts;
    return parts.transact([&](const sql::Transaction& transaction, PageApplier::Touched&) -> Result<void> {
        auto id = parts.channels.idOf(transaction, channel);
        if (!id)
            return id.error();
        if (auto done = parts.markSuspects.run(*id); !done)
            return done;
        return parts.channels.setPosition(transaction, channel, 0);
    });
}

Result<void> LocalStore::finishRepair(const QString& channel)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto id = parts.channels.idOf(transaction, channel);
            if (!id)
                return id.error();
            QList<RecordId> missing;
            auto row = parts.suspects.step(*id);
            while (row && *row) {
                missing.append(parts.suspects->id<RecordId>(0));
                row = parts.suspects.next();
            }
            parts.suspects.reset();
            if (!row)
                return row.error();
            for (const RecordId& record : std::as_const(missing)) {
                if (auto done = parts.applier.retire(transaction, record, touched); !done)
                    return done;
            }
            auto versions = parts.records.versionsIn(*id);
            if (!versions)
                return versions.error();
            quint64 digest = 0;
            for (const auto& [record, version] : *versions)
                digest += merge::digestOf(record, version);
            if (auto done = parts.channels.setDigest(transaction, *id, digest); !done)
                return done;
            return parts.clearSuspects.run(*id);
        });
}

} // namespace thidua::store
