#include "server/recordtable.h"

#include "base/valuecodec.h"
#include "domain/names.h"

#include <algorithm>
#include <utility>

namespace thidua::server
{

using namespace Qt::StringLiterals;

// Enough for those that many devices have changed since they last met; a few kilobytes each.
static constexpr int pastStatesKept = 2000;

#define EDIT_COLUMNS                                                                                         \
    "SELECT version, device, seq, at, claimed_at, received_at, seen, seen_epoch, epoch, rank, author, "      \
    "together, late, content FROM edit "

RecordTable::RecordTable(sql::Connection& connection, const domain::Schema& schema, IdBook& ids)
    : m_schema(schema)
    , m_ids(ids)
    , m_load(connection, "SELECT kind, version, channel, rev, heads FROM record WHERE id = ?1")
    , m_loadSeveral(connection, "SELECT id, kind, version, channel, rev, heads FROM record "
                                "WHERE id IN (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                                "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)")
    , m_save(connection, "INSERT INTO record (id, kind, version, channel, rev, heads) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET "
                         "version = excluded.version, channel = excluded.channel, rev = excluded.rev, "
                         "heads = excluded.heads")
    , m_addEdit(connection, "INSERT INTO edit (record, version, device, seq, at, claimed_at, received_at, "
                            "seen, seen_epoch, epoch, rank, author, together, late, content) VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
    , m_edits(connection, EDIT_COLUMNS "WHERE record = ?1 AND version IN (?2, ?3, ?4, ?5)")
    , m_history(connection, EDIT_COLUMNS "WHERE record = ?1 ORDER BY version")
    , m_upTo(connection, EDIT_COLUMNS "WHERE record = ?1 AND version <= ?2 ORDER BY version")
    , m_ownAfter(connection, EDIT_COLUMNS "WHERE record = ?1 AND version > ?2 AND device = ?3 "
                                          "ORDER BY version")
    , m_unknown(connection, "SELECT EXISTS (SELECT 1 FROM edit WHERE record = ?1 AND version > ?2 "
                            "AND device <> ?3)")
    , m_unknownInEpochs(connection, "SELECT EXISTS (SELECT 1 FROM edit WHERE record = ?1 AND device <> ?4 "
                                    "AND (version > ?2 OR epoch > ?3))")
    , m_idsAfter(connection, "SELECT id FROM record WHERE id > ?1 ORDER BY id LIMIT ?2")
    , m_past(pastStatesKept)
{
}

#undef EDIT_COLUMNS

QByteArray RecordTable::encodeHeads(const merge::RecordState& state)
{
    Value::List groups;
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        Value::List entry{group.key()};
        for (const merge::GroupEdit& head : group.value())
            entry.append(head.stamp.version);
        groups.append(Value(entry));
    }
    return codec::encodeRow({Value(groups)});
}

Result<QList<RecordTable::HeadVersions>> RecordTable::decodeHeads(const QByteArray& bytes)
{
    auto row = codec::decodeRow(bytes, 1);
    if (!row)
        return Error{ErrorCode::StorageCorrupt, u"heads: "_s + row.error().detail};
    QList<HeadVersions> heads;
    for (const Value& group : row->first().toList()) {
        Value::List entry = group.toList();
        HeadVersions versions{entry.takeFirst().toText(), {}};
        for (const Value& version : entry)
            versions.versions.append(version.toInteger());
        heads.append(versions);
    }
    return heads;
}

Result<AcceptedEdit> RecordTable::editOf(const sql::Statement& row, const RecordId& id, const QString& kind)
{
    auto device = m_ids.device(row.integer(1));
    if (!device)
        return device.error();
    auto author = m_ids.author(row.integer(10));
    if (!author)
        return author.error();
    auto set = codec::decodeFields(row.blob(13));
    if (!set)
        return Error{ErrorCode::StorageCorrupt, u"edit: "_s + set.error().detail};
    AcceptedEdit edit;
    edit.edit = {*device, row.integer(2), row.integer(4), row.integer(6),        row.integer(7),
                 id,      kind,           *set,           row.id<TogetherId>(11)};
    edit.acceptance = {row.integer(3), int(row.integer(9)), *author, row.integer(8), {}};
    if (!row.isNull(12))
        edit.acceptance.lateGroups = row.text(12).split(u',', Qt::SkipEmptyParts);
    edit.version = row.integer(0);
    edit.receivedAt = row.integer(5);
    edit.deviceNumber = row.integer(1);
    edit.authorNumber = row.integer(10);
    return edit;
}

// The head that an edit is in one group. An edit that does not set `deleted` is there as a voice against the
// deletion; see merge/recordstate.h.
static merge::GroupEdit headOf(const domain::Schema& schema, const AcceptedEdit& accepted,
                               const QString& group)
{
    const merge::Acceptance& acceptance = accepted.acceptance;
    const merge::Edit& edit = accepted.edit;
    merge::GroupEdit head{
        {accepted.version, edit.device, edit.seq, acceptance.at, acceptance.rank, acceptance.author},
        acceptance.epoch,
        edit.seen,
        edit.seenEpoch,
        merge::byGroup(schema, edit).value(group)};
    const bool voice = group == name::deleted && head.values.isEmpty();
    if (voice)
        head.values = {{name::deleted, Value(false)}};
    if (voice || acceptance.lateGroups.contains(group))
        head.stamp.rank = 0;
    return head;
}

// The numbers of parameters in m_edits and m_loadSeveral. What is missing is filled up with what is nowhere.
static constexpr qsizetype editsAtOnce = 4;
static constexpr qsizetype recordsAtOnce = 24;

Result<QMap<qint64, AcceptedEdit>> RecordTable::edits(const merge::RecordState& state,
                                                      const QList<qint64>& versions)
{
    QMap<qint64, AcceptedEdit> found;
    for (qsizetype from = 0; from < versions.size(); from += editsAtOnce) {
        const auto at = [&](qsizetype i) { return versions.value(from + i, 0); };
        auto all = collect(m_edits, m_edits.step(state.record, at(0), at(1), at(2), at(3)), state.record,
                           state.kind);
        if (!all)
            return all.error();
        for (const AcceptedEdit& edit : std::as_const(*all))
            found.insert(edit.version, edit);
    }
    return found;
}

Result<void> RecordTable::loadHeads(merge::RecordState& state, const QByteArray& bytes)
{
    auto heads = decodeHeads(bytes);
    if (!heads)
        return heads.error();
    QList<qint64> versions;
    for (const HeadVersions& group : std::as_const(*heads))
        versions += group.versions;
    std::ranges::sort(versions);
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    auto found = edits(state, versions);
    if (!found)
        return found.error();
    if (found->size() != versions.size())
        return {ErrorCode::StorageCorrupt, u"a head is not in the history"_s};
    for (const HeadVersions& group : std::as_const(*heads)) {
        for (const qint64 version : group.versions)
            state.groups[group.group].append(headOf(m_schema, (*found)[version], group.group));
    }
    return {};
}

RecordEntry RecordTable::entryOf(const sql::Statement& row, int first)
{
    return {
        {{}, row.text(first), row.integer(first + 1), {}}, row.integer(first + 2), row.integer(first + 3)};
}

Result<std::optional<RecordEntry>> RecordTable::load(const RecordId& id)
{
    auto row = m_load.step(id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<RecordEntry>();
    RecordEntry entry = entryOf(*m_load.operator->(), 0);
    entry.state.record = id;
    const QByteArray heads = m_load->blob(4);
    m_load.reset();
    if (auto loaded = loadHeads(entry.state, heads); !loaded)
        return loaded.error();
    return std::optional(std::move(entry));
}

Result<QHash<RecordId, RecordEntry>> RecordTable::loadAll(const QList<RecordId>& ids)
{
    QHash<RecordId, RecordEntry> found;
    QHash<RecordId, QByteArray> heads;
    for (qsizetype from = 0; from < ids.size(); from += recordsAtOnce) {
        auto row = [&]<size_t... Index>(std::index_sequence<Index...>)
        {
            return m_loadSeveral.step(ids.value(from + qsizetype(Index), RecordId())...);
        }
        (std::make_index_sequence<size_t(recordsAtOnce)>());
        for (; row && *row; row = m_loadSeveral.next()) {
            const auto id = m_loadSeveral->id<RecordId>(0);
            RecordEntry entry = entryOf(*m_loadSeveral.operator->(), 1);
            entry.state.record = id;
            found.insert(id, entry);
            heads.insert(id, m_loadSeveral->blob(5));
        }
        if (!row)
            return row.error();
    }
    for (auto entry = found.begin(); entry != found.end(); ++entry) {
        if (auto loaded = loadHeads(entry->state, heads.value(entry.key())); !loaded)
            return loaded.error();
    }
    return found;
}

Result<void> RecordTable::save(const RecordEntry& entry)
{
    return m_save.run(entry.state.record, entry.state.kind, entry.state.version, entry.channel, entry.rev,
                      encodeHeads(entry.state));
}

Result<void> RecordTable::addEdit(const AcceptedEdit& accepted)
{
    const merge::Edit& edit = accepted.edit;
    const merge::Acceptance& acceptance = accepted.acceptance;
    const QByteArrayView together = edit.together.isNull() ? QByteArrayView() : edit.together.view();
    const QString late = acceptance.lateGroups.isEmpty() ? QString() : acceptance.lateGroups.join(u',');
    return m_addEdit.run(edit.record, accepted.version, accepted.deviceNumber, edit.seq, acceptance.at,
                         edit.at, accepted.receivedAt, edit.seen, edit.seenEpoch, acceptance.epoch,
                         acceptance.rank, accepted.authorNumber, together, late, accepted.set);
}

Result<QList<AcceptedEdit>> RecordTable::collect(sql::CachedStatement& statement, Result<bool> row,
                                                 const RecordId& id, const QString& kind)
{
    QList<AcceptedEdit> edits;
    for (; row && *row; row = statement.next()) {
        auto edit = editOf(*statement.operator->(), id, kind);
        if (!edit) {
            statement.reset();
            return edit.error();
        }
        edits.append(std::move(*edit));
    }
    statement.reset();
    if (!row)
        return row.error();
    return edits;
}

Result<QList<AcceptedEdit>> RecordTable::history(const RecordId& id, const QString& kind)
{
    return collect(m_history, m_history.step(id), id, kind);
}

Result<QList<AcceptedEdit>> RecordTable::ownAfter(const RecordId& id, const QString& kind, qint64 seen,
                                                  qint64 device)
{
    return collect(m_ownAfter, m_ownAfter.step(id, seen, device), id, kind);
}

Result<bool> RecordTable::isTrue(sql::CachedStatement& statement, const Result<bool>& row)
{
    if (!row)
        return row.error();
    const bool answer = statement->integer(0) != 0;
    statement.reset();
    return answer;
}

Result<bool> RecordTable::hasUnknown(const RecordId& id, qint64 seen, qint64 device)
{
    return isTrue(m_unknown, m_unknown.step(id, seen, device));
}

Result<bool> RecordTable::hasUnknown(const RecordId& id, qint64 seen, qint64 seenEpoch, qint64 device)
{
    return isTrue(m_unknownInEpochs, m_unknownInEpochs.step(id, seen, seenEpoch, device));
}

void RecordTable::remember(const merge::RecordState& state)
{
    m_past.insert({state.record, state.version}, new merge::RecordState(state));
}

Result<merge::RecordState> RecordTable::stateAt(const RecordId& id, const QString& kind, qint64 version)
{
    if (version == 0)
        return merge::RecordState();
    if (const merge::RecordState* known = m_past.object({id, version}))
        return *known;
    auto edits = collect(m_upTo, m_upTo.step(id, version), id, kind);
    if (!edits)
        return edits.error();
    merge::RecordState state;
    for (const AcceptedEdit& edit : std::as_const(*edits))
        replay(m_schema, state, edit);
    remember(state);
    return state;
}

// The versions of a replay are those that the edits were accepted with, with holes where edits are left out.
void replay(const domain::Schema& schema, merge::RecordState& state, const AcceptedEdit& accepted)
{
    state.version = accepted.version - 1;
    merge::apply(schema, state, accepted.edit, accepted.acceptance);
}

Result<QList<RecordId>> RecordTable::idsAfter(const RecordId& after, int limit)
{
    QList<RecordId> ids;
    auto row = m_idsAfter.step(after, limit);
    for (; row && *row; row = m_idsAfter.next())
        ids.append(m_idsAfter->id<RecordId>(0));
    if (!row)
        return row.error();
    return ids;
}

Result<QString> RecordTable::kindOf(const RecordId& id)
{
    auto row = m_load.step(id);
    if (!row)
        return row.error();
    const QString kind = *row ? m_load->text(0) : QString();
    m_load.reset();
    return kind;
}

} // namespace thidua::server
