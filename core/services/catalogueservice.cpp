#include "services/catalogueservice.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::services
{

PersonName PersonName::fromFields(const RecordId& id, const Fields& fields)
{
    return {id, fields.value(name::name).toText()};
}

CatalogueService::CatalogueService(store::LocalStore& store)
    : m_store(store)
    , m_units(kind::unit)
    , m_blocks(kind::block)
    , m_memberships(kind::membership)
    , m_movements(kind::movement)
    , m_documents(kind::document)
    , m_scoreTables(kind::scoreTable)
    , m_criteria(kind::criterion)
    , m_targets(kind::target)
    , m_people(kind::person)
{
}

Result<void> CatalogueService::refresh()
{
    bool read = false;
    Result<void> done;
    const auto one = [&](auto& table) {
        if (!done)
            return;
        auto result = table.refresh(m_store);
        if (result)
            read = read || *result;
        else
            done = result.error();
    };
    one(m_units);
    one(m_blocks);
    one(m_memberships);
    one(m_movements);
    one(m_documents);
    one(m_scoreTables);
    one(m_criteria);
    one(m_targets);
    one(m_people);
    if (read)
        index();
    return done;
}

void CatalogueService::changed(const QSet<QString>& kinds)
{
    m_units.changed(kinds);
    m_blocks.changed(kinds);
    m_memberships.changed(kinds);
    m_movements.changed(kinds);
    m_documents.changed(kinds);
    m_scoreTables.changed(kinds);
    m_criteria.changed(kinds);
    m_targets.changed(kinds);
    m_people.changed(kinds);
}

void CatalogueService::index()
{
    m_unitsOf.clear();
    m_blocksOf.clear();
    for (const domain::Membership& membership : m_memberships.all()) {
        m_unitsOf[membership.block].append(membership.unit);
        m_blocksOf[membership.unit].append(membership.block);
    }
    QList<const domain::Criterion*> ordered;
    for (const domain::Criterion& criterion : m_criteria.all())
        ordered.append(&criterion);
    std::ranges::stable_sort(ordered, {}, [](const auto* criterion) { return criterion->number; });
    m_criteriaOf.clear();
    m_labels.clear();
    QHash<std::pair<RecordId, QString>, int> placeInGroup;
    for (const auto* criterion : std::as_const(ordered)) {
        m_criteriaOf[criterion->scoreTable].append(criterion->id);
        const int place = ++placeInGroup[{criterion->scoreTable, criterion->group}];
        const bool plain = criterion->kind != domain::CriterionKind::Base;
        m_labels.insert(criterion->id,
                        plain ? criterion->group : criterion->group + u'.' + QString::number(place));
    }
}

QString CatalogueService::unitName(const RecordId& id) const
{
    const domain::Unit* found = m_units.findEver(id);
    return found ? found->fullName() : QString();
}

QString CatalogueService::personName(const UserId& id) const
{
    const PersonName* found = m_people.find(*RecordId::fromBytes(id.view()));
    return found ? found->name : QString();
}

QString CatalogueService::criterionLabel(const domain::Criterion& criterion) const
{
    return m_labels.value(criterion.id, criterion.group);
}

QList<RecordId> CatalogueService::unitsOf(const RecordId& block) const
{
    return m_unitsOf.value(block);
}

QList<RecordId> CatalogueService::blocksOf(const RecordId& unit) const
{
    return m_blocksOf.value(unit);
}

RecordId CatalogueService::currentBlockOf(const RecordId& unit) const
{
    const domain::Block* latest = nullptr;
    for (const RecordId& id : blocksOf(unit)) {
        const domain::Block* candidate = block(id);
        if (candidate && (!latest || candidate->year > latest->year))
            latest = candidate;
    }
    return latest ? latest->id : RecordId();
}

RecordId CatalogueService::leadOf(const RecordId& block) const
{
    const auto leads = [&](const domain::Membership& membership) {
        return membership.block == block && membership.role == domain::BlockRole::Lead;
    };
    const auto found = std::ranges::find_if(m_memberships.all(), leads);
    return found == m_memberships.all().end() ? RecordId() : found->unit;
}

const domain::ScoreTable* CatalogueService::currentTableOf(const RecordId& block) const
{
    int latest = 0;
    for (const domain::ScoreTable& table : m_scoreTables.all()) {
        if (table.block == block && table.movement.isNull() && !table.deleted)
            latest = std::max(latest, table.year);
    }
    const auto general = domain::generalTable(m_scoreTables.all(), block, latest);
    return general ? m_scoreTables.find(general->id) : nullptr;
}

QList<domain::Criterion> CatalogueService::criteriaOf(const RecordId& scoreTable) const
{
    QList<domain::Criterion> criteria;
    for (const RecordId& id : m_criteriaOf.value(scoreTable))
        criteria.append(*m_criteria.find(id));
    return criteria;
}

QList<domain::Target> CatalogueService::targetsOf(const RecordId& movement) const
{
    QList<domain::Target> targets;
    std::ranges::copy_if(m_targets.all(), std::back_inserter(targets),
                         [&](const domain::Target& target) { return target.movement == movement; });
    return targets;
}

} // namespace thidua::services
