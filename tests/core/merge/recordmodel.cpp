#include "core/merge/recordmodel.h"

#include "core/merge/mergemodel.h"
#include "domain/names.h"

#include <algorithm>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static domain::Field integerField(const QString& name)
{
    return {name, {domain::ValueType::Integer, {}, {}, {}}, false, domain::Role::Officer, {}};
}

const domain::Schema& smallSchema()
{
    using domain::MergePolicy;
    static const domain::Schema schema(
        1, {{u"thing"_s,
             domain::ChannelRule::City,
             {{u"pair"_s, MergePolicy::Role, {integerField(u"a"_s), integerField(u"b"_s)}},
              {u"note"_s, MergePolicy::Latest, {integerField(u"note"_s)}},
              {u"score"_s, MergePolicy::Authority, {integerField(u"score"_s)}},
              {u"deleted"_s, MergePolicy::Role, {integerField(u"deleted"_s)}}}}});
    return schema;
}

void RecordModel::add(const merge::Edit& edit, const merge::Acceptance& acceptance)
{
    m_accepted.push_back({edit, acceptance, qint64(m_accepted.size()) + 1});
}

static merge::GroupEdit part(const ModelAccepted& accepted, bool rankless, const Fields& values)
{
    return {{accepted.version, accepted.edit.device, accepted.edit.seq, accepted.acceptance.at,
             rankless ? 0 : accepted.acceptance.rank, accepted.acceptance.author},
            accepted.acceptance.epoch,
            accepted.edit.seen,
            accepted.edit.seenEpoch,
            values};
}

QMap<QString, QList<merge::GroupEdit>> RecordModel::groups() const
{
    QMap<QString, QList<merge::GroupEdit>> groups;
    const bool deletionIsAQuestion = std::ranges::any_of(
        m_accepted, [](const ModelAccepted& accepted) { return accepted.edit.set.contains(name::deleted); });
    for (const ModelAccepted& accepted : m_accepted) {
        const Fields& set = accepted.edit.set;
        for (const auto& group : smallSchema().kind(u"thing")->groups) {
            Fields values;
            for (const auto& field : group.fields) {
                if (set.contains(field.name))
                    values.insert(field.name, set[field.name]);
            }
            if (!values.isEmpty())
                groups[group.name].append(
                    part(accepted, accepted.acceptance.lateGroups.contains(group.name), values));
        }
        if (deletionIsAQuestion && !set.contains(name::deleted))
            groups[name::deleted].append(part(accepted, true, {{name::deleted, false}}));
    }
    return groups;
}

static QString valuesText(const Fields& fields)
{
    QStringList texts;
    for (const Value& value : fields)
        texts.append(value.isBool() ? (value.toBool() ? u"yes"_s : u"no"_s)
                                    : QString::number(value.toInteger()));
    return u'{' + texts.join(u',') + u'}';
}

QString text(const QMap<QString, QList<merge::GroupEdit>>& groups)
{
    QStringList lines;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const auto policy = smallSchema().policy(u"thing", group.key());
        const auto decision = merge::decide(policy, merge::heads(policy, group.value()));
        QString line = group.key() + u": "_s + test::text(decision.winner).section(u'=', 0, 0) +
                       valuesText(decision.winner.values) + u" |"_s;
        for (const merge::GroupEdit& sibling : decision.siblings)
            line += u' ' + valuesText(sibling.values);
        lines.append(line);
    }
    return lines.join(u"; "_s);
}

QString RecordModel::text() const
{
    return test::text(groups());
}

static bool oneIn(Random& random, quint64 n)
{
    return random.below(n) == 0;
}

static Fields someFields(Random& random)
{
    Fields set;
    if (oneIn(random, 2))
        set.insert({{u"a"_s, int(random.below(3))}, {u"b"_s, int(random.below(2))}});
    if (oneIn(random, 2))
        set.insert(u"note"_s, int(random.below(3)));
    if (oneIn(random, 3))
        set.insert(u"score"_s, int(random.below(3)));
    // A deletion is a save of its own, as the screens make it; an integration may say all at once.
    if (set.isEmpty() || oneIn(random, 4))
        set = {{name::deleted, random.below(4) != 0}};
    else if (oneIn(random, 12))
        set.insert(name::deleted, oneIn(random, 2));
    return set;
}

static RecordStory::Step someStep(Random& random, int device, qint64 seq)
{
    RecordStory::Step step;
    step.edit.device = deviceNumber(device);
    step.edit.seq = seq;
    step.edit.record = RecordId::named("merge", "thing");
    step.edit.kind = u"thing"_s;
    step.edit.set = someFields(random);
    step.acceptance.at = qint64(random.below(4));
    step.acceptance.rank = 10 + 10 * int(random.below(3));
    for (const auto& group : {u"pair"_s, u"note"_s, u"score"_s, u"deleted"_s}) {
        if (oneIn(random, 6))
            step.acceptance.lateGroups.append(group);
    }
    return step;
}

RecordStory::RecordStory(quint64 seed)
{
    SeededRandom random(seed);
    const int devices = 2 + int(random.below(3));
    std::vector<qint64> seqs(size_t(devices), 0);
    const int rounds = 1 + int(random.below(4));
    for (int i = 0; i < rounds; ++i) {
        Round round;
        for (int device = 0; device < devices; ++device) {
            std::vector<Step> queue;
            for (quint64 left = random.below(3); left > 0; --left)
                queue.push_back(someStep(random, device + 1, ++seqs[size_t(device)]));
            round.queues.push_back(std::move(queue));
            round.reads.push_back(oneIn(random, 2));
        }
        m_rounds.push_back(std::move(round));
    }
}

std::vector<RecordStory::Step> RecordStory::arrive(Random& order) const
{
    std::vector<Step> history;
    std::vector<qint64> seen(m_rounds.front().queues.size(), 0);
    for (const Round& round : m_rounds) {
        auto queues = round.queues;
        std::vector<size_t> turns;
        for (size_t device = 0; device < queues.size(); ++device)
            turns.insert(turns.end(), queues[device].size(), device);
        while (!turns.empty()) {
            const auto turn = turns.begin() + qsizetype(order.below(turns.size()));
            auto& queue = queues[*turn];
            queue.front().edit.seen = seen[*turn];
            history.push_back(queue.front());
            queue.erase(queue.begin());
            turns.erase(turn);
        }
        for (size_t device = 0; device < queues.size(); ++device) {
            if (round.reads[device])
                seen[device] = qint64(history.size());
        }
    }
    return history;
}

} // namespace thidua::test
