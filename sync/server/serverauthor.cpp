#include "server/serverauthor.h"

#include "server/ownedits.h"
#include "server/writer.h"

namespace thidua::server
{

ServerAuthor::ServerAuthor(Writer& writer)
    : m_writer(writer)
{
}

Result<QList<StoredRecord>> ServerAuthor::values(const QString& kind, const QString& channel)
{
    return m_writer.store().channels.winners(kind, channel);
}

Result<std::optional<StoredRecord>> ServerAuthor::record(const RecordId& id)
{
    auto entry = m_writer.store().records.load(id);
    if (!entry)
        return entry.error();
    if (!*entry)
        return std::optional<StoredRecord>();
    const domain::Schema& schema = m_writer.store().schema();
    const merge::RecordState& state = (*entry)->state;
    StoredRecord stored{id, state.kind, {}, state.version, state.values(schema)};
    stored.channel = schema.channelOf(state.kind, stored.values).name();
    return std::optional(stored);
}

Result<qint64> ServerAuthor::revision(const QString& channel)
{
    auto entry = m_writer.store().channels.byName(channel);
    if (!entry)
        return entry.error();
    return entry->rev;
}

Result<Membership> ServerAuthor::membership()
{
    return m_writer.store().memberships.load();
}

Result<void> ServerAuthor::author(const QList<ServerEdit>& edits)
{
    return m_writer.commitOne(
        [&](Writing& writing) { return OwnEdits(writing.store, writing.working).enter(edits, writing.now); });
}

const Clock& ServerAuthor::clock() const
{
    return m_writer.clock();
}

} // namespace thidua::server
