#include "store/localstore.h"

#include "base/valuecodec.h"
#include "domain/names.h"
#include "store/headcodec.h"
#include "store/migrations.h"
#include "store/parts.h"
#include "store/stampcodec.h"

#include <QFileInfo>

#include <algorithm>

namespace thidua::store
{

using namespace Qt::StringLiterals;

LocalStore::Parts::Parts(std::unique_ptr<sql::Connection> opened, const domain::Schema& schemaOfApp,
                         const Clock& time, Random& numbers, const StoreOptions& options)
    : connection(std::move(opened))
    , schema(schemaOfApp)
    , clock(time)
    , random(numbers)
    , onChange(options.onChange)
    , shapes(*connection, schema)
    , channels(*connection)
    , facts(*connection)
    , records(*connection, shapes)
    , outbox(*connection)
    , memberships(records)
    , shown(schema, clock, records, outbox, facts, memberships, channels)
    , applier(*connection, schema, records, shapes, channels, outbox, shown)
    , files(*connection)
    , ownDisk(options.files ? nullptr : std::make_unique<SystemFileSystem>())
    , disk(options.files ? options.files : ownDisk.get())
    , keepDraft(*connection,
                "INSERT INTO draft (key, record, seen, fields, changed_at) VALUES (?1, ?2, ?3, ?4, ?5) "
                "ON CONFLICT (key) DO UPDATE SET record = excluded.record, seen = excluded.seen, "
                "fields = excluded.fields, changed_at = excluded.changed_at")
    , readDraft(*connection, "SELECT key, record, seen, fields, changed_at FROM draft WHERE key = ?1")
    , readDrafts(*connection,
                 "SELECT key, record, seen, fields, changed_at FROM draft ORDER BY changed_at DESC")
    , dropDraft(*connection, "DELETE FROM draft WHERE key = ?1")
    , readHistory(*connection, "SELECT heads FROM history WHERE record = ?1")
    , markSuspects(*connection,
                   "INSERT INTO suspect (record, channel) SELECT id, channel FROM record "
                   "WHERE kind IN (SELECT kind FROM shape) AND place = ?1 AND channel = ?1 UNION ALL "
                   "SELECT id, channel FROM record WHERE id IN (SELECT record FROM outbox "
                   "WHERE open = 1) AND place <> ?1 AND channel = ?1 ON CONFLICT DO NOTHING")
    , suspects(*connection, "SELECT record FROM suspect WHERE channel = ?1")
    , clearSuspects(*connection, "DELETE FROM suspect WHERE channel = ?1")
{
}

void LocalStore::Parts::announce(const PageApplier::Touched& touched)
{
    if (touched.kinds.contains(kind::membership))
        memberships.changed();
    if (onChange && !touched.kinds.isEmpty())
        onChange(touched.records.values(), QStringList(touched.kinds.cbegin(), touched.kinds.cend()));
}

void LocalStore::Parts::forgetCaches()
{
    shapes.forget();
    channels.forget();
    facts.forget();
    memberships.changed();
}

Result<std::unique_ptr<LocalStore>> LocalStore::open(const QString& path, const domain::Schema& schema,
                                                     const Clock& clock, Random& random,
                                                     const StoreOptions& options)
{
    auto connection = sql::Connection::open(path, options.sql);
    if (!connection)
        return connection.error();
    if (auto done = sql::migrate(**connection, applicationId, migrations()); !done)
        return done.error();
    auto parts = std::make_unique<Parts>(std::move(*connection), schema, clock, random, options);
    parts->folder = QFileInfo(path).path() + u"/files"_s;
    return std::unique_ptr<LocalStore>(new LocalStore(std::move(parts)));
}

LocalStore::LocalStore(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

LocalStore::~LocalStore() = default;

const domain::Schema& LocalStore::schema() const
{
    return m_parts->schema;
}

const Clock& LocalStore::clock() const
{
    return m_parts->clock;
}

Instant LocalStore::correctedNow()
{
    return m_parts->facts.correctedNow(m_parts->clock).valueOr(m_parts->clock.now());
}

Result<Identity> LocalStore::identity()
{
    return m_parts->facts.identity();
}

Result<void> LocalStore::enrol(const Identity& identity)
{
    auto& parts = *m_parts;
    auto known = parts.facts.identity();
    if (known && known->user != identity.user)
        return {ErrorCode::AnotherUser, u"the file holds the work of another person"_s};
    if (!known && known.error().code != ErrorCode::NotSignedIn)
        return known.error();
    const bool anotherDevice = known && known->device != identity.device;
    return parts.transact([&](const sql::Transaction& transaction, PageApplier::Touched&) -> Result<void> {
        auto done = parts.facts.setIdentity(identity);
        return done && anotherDevice ? parts.outbox.renumber(transaction) : done;
    });
}

Result<void> LocalStore::updateGrants(const QList<domain::Grant>& grants, const QString& userName)
{
    auto identity = m_parts->facts.identity();
    if (!identity)
        return identity.error();
    if (identity->grants == grants && identity->userName == userName)
        return {};
    identity->grants = grants;
    identity->userName = userName;
    return enrol(*identity);
}

Result<std::optional<Record>> LocalStore::record(const RecordId& id)
{
    return m_parts->records.shown(id);
}

Result<QList<Record>> LocalStore::records(const QString& kind, const QString& channel, bool withDeleted)
{
    auto place = channel.isEmpty() ? Result<qint64>(0) : m_parts->channels.find(channel);
    if (!place)
        return place.error();
    if (!channel.isEmpty() && *place == 0)
        return QList<Record>();
    return m_parts->records.shownOfKind(kind, *place, withDeleted);
}

Result<qint64> LocalStore::count(const QString& kind, const QString& channel)
{
    auto place = channel.isEmpty() ? Result<qint64>(0) : m_parts->channels.find(channel);
    if (!place || (!channel.isEmpty() && *place == 0))
        return place;
    return m_parts->records.count(kind, *place);
}

Result<qint64> LocalStore::scan(const QString& kind, const QStringList& fields, qint64 after, int limit,
                                const std::function<void(ScannedRecord&&)>& visit)
{
    return m_parts->records.scan(kind, fields, after, limit, visit);
}

Result<QList<ContentMark>> LocalStore::contentMarks(const RecordId& after, int limit)
{
    return m_parts->records.contentMarks(after, limit);
}

Result<std::optional<ContentMark>> LocalStore::contentMark(const RecordId& id)
{
    return m_parts->records.contentMark(id);
}

Result<QList<GroupView>> LocalStore::groups(const RecordId& id)
{
    auto view = m_parts->shown.view(id);
    if (!view)
        return view.error();
    const merge::RecordState& state = view->state;
    QList<GroupView> views;
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        const auto decision = merge::decide(m_parts->schema.policy(state.kind, group.key()), group.value());
        views.append({group.key(), decision.winner, decision.siblings});
    }
    return views;
}

static bool isStale(const GroupView& view)
{
    constexpr qint64 sevenDays = 7LL * 24 * 60 * 60 * 1000;
    return std::ranges::any_of(view.siblings, [&](const merge::GroupEdit& sibling) {
        return sibling.stamp.rank < view.winner.stamp.rank &&
               sibling.stamp.at - view.winner.stamp.at >= sevenDays;
    });
}

static bool isFrom(const DeviceId& device, const GroupView& view)
{
    const auto made = [&](const merge::GroupEdit& edit) { return edit.stamp.device == device; };
    return made(view.winner) || std::ranges::any_of(view.siblings, made);
}

Result<QList<Conflict>> LocalStore::conflicts()
{
    auto ids = m_parts->records.inConflict();
    if (!ids)
        return ids.error();
    const auto self = m_parts->facts.identity();
    QList<Conflict> conflicts;
    for (const RecordId& id : *ids) {
        auto shown = record(id);
        auto views = groups(id);
        if (!shown || !views)
            return shown ? views.error() : shown.error();
        for (const GroupView& view : *views) {
            if (view.siblings.isEmpty() || !*shown)
                continue;
            conflicts.append({id, (*shown)->kind, view, self && isFrom(self->device, view), isStale(view)});
        }
    }
    return conflicts;
}

namespace
{

// Puts the groups of one edit together again, by its stamp.
class HistoryList
{
public:
    void add(const merge::Stamp& stamp, const Fields& values, EditState state)
    {
        HistoryEntry& entry = m_entries[encodeStamp(stamp)];
        entry.stamp = stamp;
        entry.values.insert(values);
        entry.state = state;
    }
    [[nodiscard]] bool has(const DeviceId& device, qint64 seq) const
    {
        return std::ranges::any_of(m_entries, [&](const HistoryEntry& entry) {
            return entry.stamp.device == device && entry.stamp.seq == seq;
        });
    }
    [[nodiscard]] QList<HistoryEntry> newestFirst() const
    {
        QList<HistoryEntry> list = m_entries.values();
        std::ranges::stable_sort(list, std::ranges::greater(),
                                 [](const auto& entry) { return entry.stamp.at; });
        return list;
    }

private:
    QMap<QByteArray, HistoryEntry> m_entries;
};

} // namespace

Result<QList<HistoryEntry>> LocalStore::history(const RecordId& id)
{
    auto decided = m_parts->records.decided(id);
    auto own = m_parts->outbox.allOf(id);
    auto self = m_parts->facts.identity();
    if (!decided || !own || !self)
        return !decided ? decided.error() : !own ? own.error() : self.error();
    HistoryList list;
    for (const auto& heads : std::as_const(decided->state.groups)) {
        for (const merge::GroupEdit& head : heads)
            list.add(head.stamp, head.values, EditState::Accepted);
    }
    auto row = m_parts->readHistory.step(id);
    while (row && *row) {
        const auto heads = decodeHeads(m_parts->readHistory->blobView(0)).valueOr({});
        for (const HeadPart& head : heads)
            list.add(head.stamp, head.fields, EditState::Accepted);
        row = m_parts->readHistory.next();
    }
    m_parts->readHistory.reset();
    if (!row)
        return row.error();
    for (const OutboxEntry& entry : *own) {
        if (!list.has(self->device, entry.edit.seq)) {
            const merge::Stamp stamp{entry.version, self->device, entry.edit.seq, entry.edit.at, 0,
                                     self->user};
            list.add(stamp, entry.edit.set, entry.state);
        }
    }
    return list.newestFirst();
}

Result<Counts> LocalStore::counts()
{
    const auto generation = m_parts->facts.generation();
    if (!generation)
        return generation.error();
    if (!m_parts->counted || m_parts->counted->generation != *generation) {
        Counts counts;
        if (auto done = m_parts->outbox.count(counts); !done)
            return done.error();
        auto conflicts = m_parts->records.countConflicts();
        if (!conflicts)
            return conflicts.error();
        counts.conflicts = *conflicts;
        m_parts->counted = {*generation, counts};
    }
    Counts counts = m_parts->counted->counts;
    if (auto done = m_parts->files.count(counts); !done)
        return done.error();
    return counts;
}

Result<QString> LocalStore::fact(const QString& key)
{
    return m_parts->facts.value(key);
}

Result<void> LocalStore::setFact(const QString& key, const QString& value)
{
    return m_parts->facts.set(key, value);
}

} // namespace thidua::store
