#include "core/store/modelserver.h"

#include "base/valuecodec.h"

#include <algorithm>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static const domain::Schema& schema()
{
    return domain::Schema::current();
}

store::Receipt ModelServer::accept(const merge::Edit& edit, int rank, const UserId& author)
{
    Held& held = m_records[edit.record];
    const auto lost = merge::apply(schema(), held.state, edit, {edit.at, rank, author, m_epoch, {}});
    const QString channel = schema().channelOf(edit.kind, held.state.values(schema())).name();
    if (!held.channel.isEmpty() && held.channel != channel)
        m_moved.append({edit.record, held.channel, ++m_revs[held.channel]});
    held.channel = channel;
    held.rev = ++m_revs[channel];
    m_marks[edit.device] = edit.seq;
    return {edit.seq, held.state.version, lost, ErrorCode::None, {}};
}

store::Receipt ModelServer::refuse(const merge::Edit& edit)
{
    m_marks[edit.device] = edit.seq;
    return {edit.seq, 0, {}, ErrorCode::Forbidden, u"no"_s};
}

static merge::Decision decisionOf(const merge::RecordState& state, const QString& group)
{
    return merge::decide(schema().policy(state.kind, group), state.groups[group]);
}

merge::PublishedTable publish(const merge::RecordState& state, const QString& channel, qint64 rev)
{
    merge::PublishedTable table;
    table.kind = state.kind;
    const Fields values = state.values(schema());
    table.columns = values.keys();
    for (auto group = state.groups.cbegin(); group != state.groups.cend(); ++group) {
        const merge::Decision decision = decisionOf(state, group.key());
        table.stamps.append(decision.winner.stamp);
        for (const QString& field : decision.winner.values.keys()) {
            if (table.stamps.size() > 1)
                table.mixed.append({state.record, field, table.stamps.size() - 1});
        }
        for (const merge::GroupEdit& sibling : decision.siblings) {
            table.stamps.append(sibling.stamp);
            for (auto field = sibling.values.cbegin(); field != sibling.values.cend(); ++field)
                table.siblings.append({state.record, field.key(), field.value(), table.stamps.size() - 1});
        }
    }
    table.rows = {{state.record, channel, rev, state.version, 0, codec::encodeRow(values.values())}};
    return table;
}

merge::RecordState asPublished(const merge::RecordState& state)
{
    merge::RecordState published = state;
    for (auto group = published.groups.begin(); group != published.groups.end(); ++group) {
        const merge::Decision decision = decisionOf(state, group.key());
        QList<merge::GroupEdit> heads = QList{decision.winner} + decision.siblings;
        for (merge::GroupEdit& head : heads)
            head.epoch = head.seen = head.seenEpoch = 0; // is not told
        group.value() = heads;
    }
    return published;
}

store::Page ModelServer::pull(const QMap<QString, qint64>& positions, int limit, bool& complete) const
{
    store::Page page{epoch(), positions, {}, {}};
    for (auto position = positions.cbegin(); position != positions.cend(); ++position) {
        QMap<qint64, merge::PublishedTable> news; // by rev
        for (const Held& held : m_records) {
            if (held.channel == position.key() && held.rev > position.value())
                news.insert(held.rev, publish(held.state, held.channel, held.rev));
        }
        for (const Moved& moved : m_moved) {
            if (moved.from != position.key() || moved.rev <= position.value())
                continue;
            merge::PublishedTable table;
            table.kind = m_records[moved.record].state.kind;
            if (!positions.contains(m_records[moved.record].channel))
                table.moved = {moved.record};
            news.insert(moved.rev, table);
        }
        for (auto item = news.cbegin(); item != news.cend(); ++item) {
            if (limit-- == 0) {
                complete = false;
                return page;
            }
            page.tables.append(item.value());
            page.channels[position.key()] = item.key();
        }
        page.channels[position.key()] = std::max(position.value(), m_revs.value(position.key()));
    }
    complete = true;
    return page;
}

QMap<QString, quint64> ModelServer::digests(const QStringList& channels) const
{
    QMap<QString, quint64> sums;
    for (const QString& channel : channels)
        sums.insert(channel, 0);
    for (const Held& held : m_records) {
        if (sums.contains(held.channel))
            sums[held.channel] += merge::digestOf(held.state.record, held.state.version);
    }
    return sums;
}

const merge::RecordState* ModelServer::find(const RecordId& id) const
{
    const auto found = m_records.constFind(id);
    return found == m_records.cend() ? nullptr : &found->state;
}

QString ModelServer::epoch() const
{
    return u"%1.model"_s.arg(m_epoch);
}

void ModelServer::restore(const ModelServer& backup)
{
    const qint64 epoch = m_epoch + 1;
    *this = backup;
    m_epoch = epoch;
}

} // namespace thidua::test
