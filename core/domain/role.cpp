#include "domain/role.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto roleNames = std::to_array<std::pair<Role, QLatin1String>>({
    {Role::Observer, "observer"_L1},
    {Role::Officer, "officer"_L1},
    {Role::UnitHead, "unit-head"_L1},
    {Role::BlockLead, "block-lead"_L1},
    {Role::Council, "council"_L1},
    {Role::Admin, "admin"_L1},
});

QLatin1String roleName(Role role)
{
    return std::ranges::find(roleNames, role, &std::pair<Role, QLatin1String>::first)->second;
}

std::optional<Role> roleFromName(QStringView name)
{
    const auto found =
        std::ranges::find_if(roleNames, [&](const auto& entry) { return entry.second == name; });
    return found == roleNames.end() ? std::nullopt : std::optional(found->first);
}

Channel Channel::user(const UserId& id)
{
    return {Kind::User, *RecordId::fromBytes(id.view())};
}

std::optional<Channel> Channel::fromName(QStringView name)
{
    if (name == "city"_L1)
        return city();
    const qsizetype slash = name.indexOf(u'/');
    const auto id = RecordId::fromText(name.mid(slash + 1));
    if (slash < 0 || !id || id->toText() != name.mid(slash + 1))
        return std::nullopt;
    const QStringView kind = name.left(slash);
    if (kind == "block"_L1)
        return Channel{Kind::Block, *id};
    if (kind == "unit"_L1)
        return Channel{Kind::Unit, *id};
    if (kind == "user"_L1)
        return Channel{Kind::User, *id};
    return std::nullopt;
}

QString Channel::name() const
{
    switch (kind) {
    case Kind::City:
        return u"city"_s;
    case Kind::Block:
        return "block/"_L1 + id.toText();
    case Kind::Unit:
        return "unit/"_L1 + id.toText();
    case Kind::User:
        return "user/"_L1 + id.toText();
    }
    Q_UNREACHABLE();
}

// Whether a scope reaches down to a channel: the city to all, a block to its units.
static bool covers(const Channel& scope, const Channel& channel, const BlockMembership& membership)
{
    if (channel.kind == Channel::Kind::User)
        return false;
    if (scope.kind == Channel::Kind::City || scope == channel)
        return true;
    return scope.kind == Channel::Kind::Block && channel.kind == Channel::Kind::Unit &&
           membership.unitsOf(scope.id).contains(channel.id);
}

std::optional<Role> roleIn(const Channel& channel, const UserId& user, const QList<Grant>& grants,
                           qint64 instant, const BlockMembership& membership)
{
    const bool own = channel == Channel::user(user);
    std::optional<Role> highest;
    for (const Grant& grant : grants) {
        if (grant.holdsAt(instant) && (own || covers(grant.scope, channel, membership)))
            highest = highest ? std::max(*highest, grant.role) : grant.role;
    }
    return highest;
}

bool mayRead(const Channel& channel, const UserId& user, const QList<Grant>& grants, qint64 instant,
             const BlockMembership& membership)
{
    if (roleIn(channel, user, grants, instant, membership))
        return true;
    // Everybody with a grant reads the city; a unit's people read the blocks that the unit is in.
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        if (!grant.holdsAt(instant))
            return false;
        if (channel.kind == Channel::Kind::City)
            return true;
        return channel.kind == Channel::Kind::Block && grant.scope.kind == Channel::Kind::Unit &&
               membership.blocksOf(grant.scope.id).contains(channel.id);
    });
}

static void addHeld(std::set<Channel>& held, const Grant& grant, const BlockMembership& membership,
                    const QList<RecordId>& allBlocks)
{
    switch (grant.scope.kind) {
    case Channel::Kind::City:
        for (const RecordId& block : allBlocks)
            held.insert(Channel::block(block));
        break;
    case Channel::Kind::Block:
        held.insert(grant.scope);
        // Observers hold the standings, never the reports beneath them.
        if (grant.role != Role::Observer) {
            for (const RecordId& unit : membership.unitsOf(grant.scope.id))
                held.insert(Channel::unit(unit));
        }
        break;
    case Channel::Kind::Unit:
        if (grant.role != Role::Observer)
            held.insert(grant.scope);
        for (const RecordId& block : membership.blocksOf(grant.scope.id))
            held.insert(Channel::block(block));
        break;
    case Channel::Kind::User:
        break;
    }
}

QList<Channel> heldChannels(const UserId& user, const QList<Grant>& grants, qint64 instant,
                            const BlockMembership& membership, const QList<RecordId>& allBlocks)
{
    std::set<Channel> held;
    for (const Grant& grant : grants) {
        if (!grant.holdsAt(instant))
            continue;
        held.insert(Channel::city());
        held.insert(Channel::user(user));
        addHeld(held, grant, membership, allBlocks);
    }
    return {held.begin(), held.end()};
}

} // namespace thidua::domain
