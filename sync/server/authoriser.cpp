#include "server/authoriser.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

Authoriser::Authoriser(WorkingSet& working, Instant now)
    : m_working(working)
    , m_now(now)
{
}

// The record must be the author's to write where it stands, and where the edit wants it to stand: nobody
// pushes a record over to others, or takes theirs.
Result<domain::Role> Authoriser::roleFor(const Author& author, const merge::Edit& edit,
                                         const WorkingRecord& record) const
{
    Fields wanted = record.values;
    wanted.insert(edit.set);
    QList<domain::Channel> channels{m_working.schema().channelOf(edit.kind, wanted)};
    if (record.state.version > 0)
        channels.append(m_working.schema().channelOf(edit.kind, record.values));
    domain::Role lowest = domain::Role::Admin;
    for (const domain::Channel& channel : channels) {
        const auto role = domain::roleIn(channel, author.id, author.grants, m_now, m_working.membership());
        if (!role)
            return {ErrorCode::Forbidden, u"no grant covers "_s + channel.name()};
        lowest = std::min(lowest, *role);
    }
    return lowest;
}

Result<merge::Acceptance> Authoriser::permit(const Author& author, const merge::Edit& edit,
                                             const WorkingRecord& record)
{
    if (edit.kind == kind::standing)
        return {ErrorCode::Forbidden, u"standings are made by the server"_s};
    auto role = roleFor(author, edit, record);
    if (!role)
        return role.error();
    auto seen = m_working.seenValues(record, edit);
    if (!seen)
        return seen.error();
    auto answer = domain::judge(m_working.schema(), {.kind = edit.kind,
                                                     .role = *role,
                                                     .set = edit.set,
                                                     .seen = *seen,
                                                     .current = record.values,
                                                     .creates = record.state.version == 0});
    if (!answer)
        return answer.error();
    return merge::Acceptance{.at = std::clamp<Instant>(edit.at, 0, m_now),
                             .rank = domain::rankOf(*role),
                             .author = author.id,
                             .epoch = m_working.epoch().number,
                             .lateGroups = answer->lateGroups};
}

} // namespace thidua::server
