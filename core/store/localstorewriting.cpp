#include "base/valuecodec.h"
#include "store/parts.h"

// The parts of LocalStore that write: a person's work, the server's answers, the server's decisions.
namespace thidua::store
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 keepAcceptedFor = 90LL * 24 * 60 * 60 * 1000; // ms; SYNC.md section 4

Result<Draft> readDraftRow(sql::CachedStatement& row)
{
    auto fields = codec::decodeFields(row->blob(3));
    if (!fields)
        return {ErrorCode::StorageCorrupt, u"a draft is not readable"_s};
    return Draft{row->text(0), row->id<RecordId>(1), row->integer(2), *fields, row->integer(4)};
}

} // namespace

Result<Saved> LocalStore::save(const SaveRequest& request, const QString& draftKey)
{
    auto saved = saveTogether({request}, draftKey);
    if (!saved)
        return saved.error();
    return saved->first();
}

Result<QList<Saved>> LocalStore::saveTogether(QList<SaveRequest> requests, const QString& draftKey)
{
    auto& parts = *m_parts;
    auto self = parts.facts.identity();
    if (!self)
        return self.error();
    if (requests.size() > 1 && requests.first().together.isNull()) {
        const auto together = TogetherId::create(parts.clock, parts.random);
        for (SaveRequest& request : requests)
            request.together = together;
    }
    return parts.transact([&](const sql::Transaction& transaction,
                              PageApplier::Touched& touched) -> Result<QList<Saved>> {
        QList<Saved> all;
        for (SaveRequest& request : requests) {
            const bool names = !request.record.isNull();
            auto known = names ? parts.records.shown(request.record) : std::optional<Record>();
            if (!known)
                return known.error();
            if (auto shape = domain::checkShape(parts.schema, request.kind, request.set, !known->has_value());
                !shape)
                return shape.error();
            if (!names)
                request.record = RecordId::create(parts.clock, parts.random);
            auto inEpoch = parts.facts.value(fact::epoch);
            if (!inEpoch)
                return inEpoch.error();
            const merge::Edit edit{.device = self->device,
                                   .seq = 0,
                                   .at = correctedNow(),
                                   .seen = request.seen,
                                   .seenEpoch = 0,
                                   .record = request.record,
                                   .kind = request.kind,
                                   .set = request.set,
                                   .together = request.together};
            auto seq = parts.outbox.append(transaction, edit, *inEpoch);
            if (!seq)
                return seq.error();
            if (auto done = parts.shown.refresh(transaction, request.record); !done)
                return done.error();
            touched.records.insert(request.record);
            touched.kinds.insert(request.kind);
            all.append({request.record, *seq});
        }
        if (!draftKey.isEmpty()) {
            if (auto done = parts.dropDraft.run(draftKey); !done)
                return done.error();
        }
        return all;
    });
}

Result<void> LocalStore::keepDraft(const Draft& draft)
{
    return m_parts->keepDraft.run(draft.key, draft.record, draft.seen, codec::encode(draft.fields),
                                  m_parts->clock.now());
}

Result<std::optional<Draft>> LocalStore::draft(const QString& key)
{
    auto row = m_parts->readDraft.step(key);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Draft>();
    auto draft = readDraftRow(m_parts->readDraft);
    m_parts->readDraft.reset();
    if (!draft)
        return draft.error();
    return std::optional(*draft);
}

Result<QList<Draft>> LocalStore::drafts()
{
    QList<Draft> drafts;
    auto row = m_parts->readDrafts.step();
    while (row && *row) {
        if (auto draft = readDraftRow(m_parts->readDrafts))
            drafts.append(*draft);
        row = m_parts->readDrafts.next();
    }
    m_parts->readDrafts.reset();
    if (!row)
        return row.error();
    return drafts;
}

Result<void> LocalStore::dropDraft(const QString& key)
{
    return m_parts->dropDraft.run(key);
}

Result<QList<OutboxEntry>> LocalStore::outbox(EditState state, qint64 fromSeq, int limit)
{
    return m_parts->outbox.entries(state, fromSeq, limit);
}

Result<void> LocalStore::settleReceipts(const QList<Receipt>& receipts)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            const Instant now = parts.clock.now();
            for (const Receipt& receipt : receipts) {
                auto entry = parts.outbox.entry(receipt.seq);
                if (!entry)
                    return entry.error();
                if (!*entry || (*entry)->state != EditState::Pending)
                    continue;
                if (auto done = parts.outbox.settle(transaction, receipt, now); !done)
                    return done;
                touched.records.insert((*entry)->edit.record);
                touched.kinds.insert((*entry)->edit.kind);
            }
            for (const RecordId& id : std::as_const(touched.records)) {
                auto decided = parts.records.decided(id);
                if (!decided)
                    return decided.error();
                if (auto done = parts.outbox.close(transaction, id, decided->state.version); !done)
                    return done;
                if (auto done = parts.shown.refresh(transaction, id); !done)
                    return done;
            }
            return parts.outbox.forgetBefore(transaction, now - keepAcceptedFor);
        });
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
            auto records = parts.outbox.reopen(transaction, expected);
            if (!records)
                return records.error();
            for (const RecordId& id : *records) {
                if (auto done = parts.shown.refresh(transaction, id); !done)
                    return done;
                touched.records.insert(id);
            }
            return {};
        });
}

Result<Saved> LocalStore::sendAgain(qint64 seq)
{
    auto entry = m_parts->outbox.entry(seq);
    if (!entry)
        return entry.error();
    if (!*entry || (*entry)->state != EditState::Refused)
        return {ErrorCode::NotFound, u"no refused edit of that number"_s};
    const merge::Edit& edit = (*entry)->edit;
    auto shown = record(edit.record);
    if (!shown)
        return shown.error();
    const qint64 seen = *shown ? (*shown)->version : 0;
    auto saved = save({edit.kind, edit.record, seen, edit.set, {}});
    if (!saved)
        return saved;
    if (auto done = putAside(seq); !done)
        return done.error();
    return saved;
}

Result<void> LocalStore::putAside(qint64 seq)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto entry = parts.outbox.entry(seq);
            if (!entry)
                return entry.error();
            if (!*entry)
                return {ErrorCode::NotFound, u"no edit of that number"_s};
            touched.records.insert((*entry)->edit.record);
            touched.kinds.insert((*entry)->edit.kind);
            return parts.outbox.putAside(transaction, seq);
        });
}

Result<void> LocalStore::applyPage(const Page& page)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto applied = parts.applier.apply(transaction, page);
            if (!applied)
                return applied.error();
            touched = std::move(*applied);
            return page.epoch.isEmpty() ? Result<void>() : parts.facts.set(fact::epoch, page.epoch);
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
