#include "base/valuecodec.h"
#include "store/parts.h"

// A person's work: saves, drafts, and what becomes of refused edits.
namespace thidua::store
{

using namespace Qt::StringLiterals;

Result<OutboxEntry> LocalStore::Parts::entryOf(const SaveRequest& request)
{
    auto now = facts.correctedNow(clock);
    auto epoch = now ? facts.value(fact::epoch) : now.error();
    if (!epoch)
        return epoch.error();
    OutboxEntry entry;
    entry.epoch = *epoch;
    entry.edit = {.device = {},
                  .seq = 0,
                  .at = *now,
                  .seen = request.seen,
                  .seenEpoch = 0,
                  .record = request.record,
                  .kind = request.kind,
                  .set = request.set,
                  .together = request.together};
    return entry;
}

Result<Saved> LocalStore::Parts::saveOne(const sql::Transaction& transaction, PageApplier::Touched& touched,
                                         SaveRequest request)
{
    const bool isNew = request.record.isNull();
    if (isNew)
        request.record = RecordId::create(clock, random);
    auto view = isNew ? Shown::View() : shown.view(request.record);
    if (!view)
        return view.error();
    if (view->exists() && view->state.kind != request.kind)
        return {ErrorCode::InvalidValue, u"the record is of another kind"_s};
    if (auto shape = domain::checkShape(schema, request.kind, request.set, !view->exists()); !shape)
        return shape.error();
    auto entry = entryOf(request);
    auto seq = entry ? outbox.append(transaction, entry->edit, entry->epoch) : entry.error();
    if (!seq)
        return seq.error();
    entry->edit.seq = *seq;
    if (auto done = shown.add(transaction, *view, *entry); !done)
        return done.error();
    touched.records.insert(request.record);
    touched.kinds.insert(request.kind);
    return Saved{request.record, *seq};
}

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
    if (requests.size() > 1 && requests.first().together.isNull()) {
        const auto together = TogetherId::create(parts.clock, parts.random);
        for (SaveRequest& request : requests)
            request.together = together;
    }
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<QList<Saved>> {
            QList<Saved> all;
            for (SaveRequest& request : requests) {
                auto saved = parts.saveOne(transaction, touched, std::move(request));
                if (!saved)
                    return saved.error();
                all.append(*saved);
            }
            const auto ended = draftKey.isEmpty() ? Result<void>() : parts.dropDraft.run(draftKey);
            return ended ? Result<QList<Saved>>(all) : ended.error();
        });
}

Result<Saved> LocalStore::sendAgain(qint64 seq)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<Saved> {
            auto entry = parts.outbox.entry(seq);
            if (!entry)
                return entry.error();
            if (!*entry || (*entry)->state != EditState::Refused)
                return {ErrorCode::NotFound, u"no refused edit of that number"_s};
            const merge::Edit& edit = (*entry)->edit;
            auto shown = parts.records.shown(edit.record);
            if (!shown)
                return shown.error();
            const qint64 seen = *shown ? (*shown)->version : 0;
            if (auto aside = parts.outbox.putAside(transaction, seq); !aside)
                return aside.error();
            return parts.saveOne(transaction, touched, {edit.kind, edit.record, seen, edit.set, {}});
        });
}

Result<void> LocalStore::putAside(qint64 seq)
{
    auto& parts = *m_parts;
    return parts.transact(
        [&](const sql::Transaction& transaction, PageApplier::Touched& touched) -> Result<void> {
            auto entry = parts.outbox.entry(seq);
            auto aside = entry ? parts.outbox.putAside(transaction, seq) : entry.error();
            if (!aside)
                return aside.error();
            if (!*aside)
                return {ErrorCode::NotFound, u"no refused edit of that number"_s};
            touched.records.insert((*entry)->edit.record);
            touched.kinds.insert((*entry)->edit.kind);
            return {};
        });
}

static Result<Draft> readDraftRow(sql::CachedStatement& row)
{
    auto fields = codec::decodeFields(row->blob(3));
    if (!fields)
        return {ErrorCode::StorageCorrupt, u"a draft is not readable"_s};
    return Draft{row->text(0), row->id<RecordId>(1), row->integer(2), *fields, row->integer(4)};
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

} // namespace thidua::store
