#include "services/movementservice.h"

#include "domain/text.h"

#include <algorithm>

namespace thidua::services
{

MovementService::MovementService(CatalogueService& catalogue, Access& access, HomeService& home)
    : m_catalogue(catalogue)
    , m_access(access)
    , m_home(home)
{
}

MovementSheet MovementService::describe(const domain::Movement& movement) const
{
    MovementSheet sheet{movement, {}, m_catalogue.targetsOf(movement.id), {}, {}};
    for (const RecordId& id : movement.legalBasis) {
        if (const auto* document = m_catalogue.document(id))
            sheet.legalBasis.append(*document);
    }
    return sheet;
}

Result<QList<MovementSheet>> MovementService::all()
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    QList<std::pair<QByteArray, MovementSheet>> keyed;
    for (const domain::Movement& movement : m_catalogue.movements())
        keyed.append({domain::sortKey(movement.name), describe(movement)});
    std::ranges::sort(keyed, [](const auto& a, const auto& b) {
        const QDate startA = a.second.movement.startsOn;
        const QDate startB = b.second.movement.startsOn;
        return startA != startB ? startA > startB : a.first < b.first;
    });
    QList<MovementSheet> sheets;
    for (auto& [key, sheet] : keyed)
        sheets.append(std::move(sheet));
    return sheets;
}

Result<MovementSheet> MovementService::sheet(const RecordId& id)
{
    auto person = m_access.person();
    if (!person)
        return person.error();
    const domain::Movement* movement = m_catalogue.movement(id);
    if (!movement)
        return {ErrorCode::NotFound, QStringLiteral("no such movement on this device")};
    MovementSheet sheet = describe(*movement);
    // Of the person's own block: the lines of its general table that are the movement's.
    const auto* table = m_catalogue.currentTableOf(person->block);
    if (!table)
        return sheet;
    sheet.period = m_home.currentPeriod(person->block, table->year);
    QList<domain::Criterion> criteria = m_catalogue.criteriaOf(table->id);
    criteria.removeIf([&](const domain::Criterion& criterion) { return criterion.movement != id; });
    auto lines = m_home.lines(*person, sheet.period, criteria);
    if (!lines)
        return lines.error();
    sheet.criteria = std::move(*lines);
    return sheet;
}

} // namespace thidua::services
