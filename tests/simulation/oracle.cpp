#include "simulation/oracle.h"

#include "base/valuecodec.h"
#include "domain/names.h"

#include <algorithm>
#include <tuple>

namespace thidua::simulation
{

using domain::MergePolicy;
using namespace Qt::StringLiterals;

static Oracle::Voice voiceOf(const server::AcceptedEdit& accepted, int rank, const Fields& values)
{
    const merge::Edit& edit = accepted.edit;
    return {edit.device.toBytes(),     edit.seq,       accepted.version,
            accepted.acceptance.at,    rank,           edit.seen,
            accepted.acceptance.epoch, edit.seenEpoch, values};
}

Oracle::Oracle(const domain::Schema& schema, const QString& kind, const QList<server::AcceptedEdit>& history)
{
    QMap<QString, std::vector<Voice>> voices;
    const bool deletionIsAQuestion = std::ranges::any_of(
        history, [](const auto& accepted) { return accepted.edit.set.contains(name::deleted); });
    for (const server::AcceptedEdit& accepted : history) {
        QMap<QString, Fields> parts;
        for (auto field = accepted.edit.set.cbegin(); field != accepted.edit.set.cend(); ++field)
            parts[schema.groupName(kind, field.key())].insert(field.key(), field.value());
        for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
            const bool late = accepted.acceptance.lateGroups.contains(part.key());
            voices[part.key()].push_back(
                voiceOf(accepted, late ? 0 : accepted.acceptance.rank, part.value()));
        }
        // Whoever edits what somebody else deletes speaks against it, below everybody who decides it.
        if (deletionIsAQuestion && !parts.contains(name::deleted))
            voices[name::deleted].push_back(voiceOf(accepted, 0, {{name::deleted, false}}));
    }
    for (auto group = voices.cbegin(); group != voices.cend(); ++group)
        m_groups.insert(group.key(), decide(schema.policy(kind, group.key()), group.value()));
}

bool Oracle::supersedes(MergePolicy policy, const Voice& later, const Voice& earlier)
{
    const bool knew = later.device == earlier.device
                          ? later.seq > earlier.seq
                          : earlier.version <= later.seen && earlier.epoch <= later.seenEpoch;
    if (!knew)
        return false;
    if (later.rank == 0)
        return earlier.rank == 0;
    return policy != MergePolicy::Authority || earlier.rank <= later.rank;
}

bool Oracle::greater(MergePolicy policy, const Voice& a, const Voice& b)
{
    const auto key = [&](const Voice& voice) {
        const bool standing = voice.rank > 0;
        return policy == MergePolicy::Latest
                   ? std::tuple(standing, voice.at, qint64(voice.rank), voice.device, voice.seq)
                   : std::tuple(standing, qint64(voice.rank), voice.at, voice.device, voice.seq);
    };
    return key(a) > key(b);
}

Oracle::Group Oracle::decide(MergePolicy policy, const std::vector<Voice>& voices)
{
    std::vector<Voice> heads;
    for (const Voice& voice : voices) {
        if (std::ranges::none_of(voices,
                                 [&](const Voice& other) { return supersedes(policy, other, voice); }))
            heads.push_back(voice);
    }
    std::ranges::sort(heads, [&](const Voice& a, const Voice& b) { return greater(policy, a, b); });
    Group group{heads.front(), {}};
    for (const Voice& head : heads) {
        const auto same = [&](const Voice& other) { return other.values == head.values; };
        if (!same(group.winner) && std::ranges::none_of(group.siblings, same))
            group.siblings.push_back(head);
    }
    return group;
}

Fields Oracle::values() const
{
    Fields all;
    for (const Group& group : m_groups)
        all.insert(group.winner.values);
    return all;
}

QString Oracle::sibling(const QByteArray& device, qint64 seq, const Fields& values)
{
    return QString::fromLatin1(device.toHex().right(6)) + u':' + QString::number(seq) + u'=' +
           QString::fromLatin1(codec::encode(values).toHex());
}

QString Oracle::line(const QString& group, const QByteArray& device, qint64 seq, const Fields& values,
                     QStringList siblings)
{
    siblings.sort();
    return group + u' ' + sibling(device, seq, values) + u" | "_s + siblings.join(u' ');
}

QStringList Oracle::text() const
{
    QStringList lines;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        QStringList siblings;
        for (const Voice& voice : group->siblings)
            siblings.append(sibling(voice.device, voice.seq, voice.values));
        lines.append(
            line(group.key(), group->winner.device, group->winner.seq, group->winner.values, siblings));
    }
    return lines;
}

} // namespace thidua::simulation
