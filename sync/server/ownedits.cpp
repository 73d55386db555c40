#include "server/ownedits.h"

#include "base/valuecodec.h"
#include "server/editcheck.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

OwnEdits::OwnEdits(ServerStore& store, WorkingSet& working)
    : m_store(store)
    , m_working(working)
{
}

Result<void> OwnEdits::enter(const QList<ServerEdit>& edits, Instant now)
{
    auto id = m_store.ownDevice();
    if (!id)
        return id.error();
    auto own = m_store.devices.byId(*id);
    if (!own)
        return own.error();
    qint64 mark = (*own)->mark;
    for (const ServerEdit& edit : edits) {
        auto entered = enterOne(edit, **own, mark + 1, now);
        if (!entered)
            return entered.error();
        mark += *entered ? 1 : 0;
    }
    return m_store.devices.advance((*own)->number, mark, now);
}

// Only the groups in which something changes.
static Fields changedGroups(const domain::Schema& schema, const WorkingRecord& record,
                            const merge::Edit& edit)
{
    Fields changed;
    const auto groups = merge::byGroup(schema, edit);
    for (const Fields& group : groups) {
        const bool same = std::all_of(group.keyValueBegin(), group.keyValueEnd(),
                                      [&](const std::pair<QString, Value>& field) {
                                          const auto held = record.values.constFind(field.first);
                                          return held != record.values.cend() && *held == field.second;
                                      });
        if (!same)
            changed.insert(group);
    }
    return changed;
}

Result<bool> OwnEdits::enterOne(const ServerEdit& wanted, const Device& own, qint64 seq, Instant now)
{
    auto record = m_working.record(wanted.record);
    if (!record)
        return record.error();
    merge::Edit edit{.device = own.id,
                     .seq = seq,
                     .at = wanted.as.at == 0 ? now : std::min(wanted.as.at, now),
                     .seen = (*record)->state.version,
                     .seenEpoch = m_working.epoch().number,
                     .record = wanted.record,
                     .kind = wanted.kind,
                     .set = wanted.set,
                     .together = {}};
    edit.set = changedGroups(m_working.schema(), **record, edit);
    if (edit.set.isEmpty())
        return false;
    const QByteArray set = codec::encode(edit.set);
    if (auto checked = checkEdit(m_working, edit, set.size()); !checked)
        return Error{checked.error().code,
                     edit.kind + u' ' + edit.record.toText() + u": "_s + checked.error().detail};
    auto account = m_store.ids.accountOf(wanted.as.author);
    if (!account)
        return account.error();
    const merge::Acceptance acceptance{
        edit.at, wanted.as.rank, wanted.as.author, m_working.epoch().number, {}};
    AcceptedEdit accepted{edit, acceptance, 0, now, own.number, *account, set};
    if (auto beside = m_working.add(accepted); !beside)
        return beside.error();
    return true;
}

} // namespace thidua::server
