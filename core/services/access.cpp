#include "services/access.h"

#include "domain/permission.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;

Access::Access(store::LocalStore& store, CatalogueService& catalogue)
    : m_store(store)
    , m_catalogue(catalogue)
{
}

Result<Person> Access::person()
{
    auto self = m_store.identity();
    if (!self)
        return self.error();
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    Person person{self->user, self->device, self->userName, self->deviceName, self->server, {}, {}, {}};
    const Instant now = m_store.correctedNow();
    int rankOfUnit = -1;
    int rankOfBlock = -1;
    for (const domain::Grant& grant : self->grants) {
        if (!grant.holdsAt(now))
            continue;
        const int rank = rankOf(grant.role);
        person.role = std::max(person.role, grant.role);
        if (grant.scope.kind == domain::Channel::Kind::Unit && rank > rankOfUnit) {
            rankOfUnit = rank;
            person.unit = grant.scope.id;
        }
        if (grant.scope.kind == domain::Channel::Kind::Block && rank > rankOfBlock) {
            rankOfBlock = rank;
            person.block = grant.scope.id;
        }
    }
    if (person.block.isNull())
        person.block = m_catalogue.currentBlockOf(person.unit);
    return person;
}

Result<domain::Role> Access::roleFor(const QString& kind, const Fields& values)
{
    auto self = m_store.identity();
    if (!self)
        return self.error();
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    const auto channel = m_store.schema().channelOf(kind, values);
    const auto role = roleIn(channel, self->user, self->grants, m_store.correctedNow(), m_catalogue);
    if (!role)
        return {ErrorCode::Forbidden, u"no grant covers "_s + channel.name()};
    return *role;
}

Result<void> Access::check(const QString& kind, const Fields& set, const Fields& seen, const Fields& current)
{
    Fields after = current;
    after.insert(set);
    auto role = roleFor(kind, after);
    if (!role)
        return role.error();
    auto answer = judge(m_store.schema(), {kind, *role, set, seen, current, current.isEmpty()});
    return answer ? Result<void>() : answer.error();
}

} // namespace thidua::services
