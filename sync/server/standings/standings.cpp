#include "server/standings/standings.h"

#include "domain/names.h"
#include "server/standings/standinground.h"

#include <utility>

namespace thidua::server
{

void Standings::Due::add(const Due& other)
{
    units.unite(other.units);
    blocks.unite(other.blocks);
    all = all || other.all;
}

void Standings::committed(const QList<TouchedRecord>& touched)
{
    for (const TouchedRecord& record : touched) {
        const auto channel = domain::Channel::fromName(record.channel);
        if (channel && record.channel == domain::Channel::unit(channel->id).name())
            m_sources.noteChange(channel->id, record.record);
        if (record.kind == kind::report && channel)
            m_due.units.insert(channel->id);
        else if ((record.kind == kind::criterion || record.kind == kind::scoreTable ||
                  record.kind == kind::ballot) &&
                 channel)
            m_due.blocks.insert(channel->id);
        else if (record.kind == kind::block || record.kind == kind::membership || record.kind == kind::unit)
            m_due.all = true;
    }
}

void Standings::committedElsewhere()
{
    m_due.all = true;
}

Result<void> Standings::settle(ServerAuthor& author)
{
    if (m_due.isEmpty())
        return {};
    const Due due = std::exchange(m_due, {});
    auto done = compute(author, due);
    if (!done)
        m_due.add(due); // again, later
    return done;
}

Result<void> Standings::compute(ServerAuthor& author, const Due& due)
{
    if (due.all) {
        if (auto read = m_sources.readFrame(author); !read)
            return read;
    }
    const QList<RecordId> known = m_sources.blocks();
    QSet<RecordId> blocks = due.all ? QSet<RecordId>(known.begin(), known.end()) : due.blocks;
    for (const RecordId& unit : due.units) {
        for (const RecordId& block : m_sources.blocksOf(unit))
            blocks.insert(block);
    }
    StandingRound round(author, m_sources);
    for (const RecordId& block : known) {
        if (!blocks.contains(block))
            continue;
        if (auto computed = round.computeBlock(block); !computed)
            return computed;
    }
    return round.finish();
}

} // namespace thidua::server
