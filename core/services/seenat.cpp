#include "services/seenat.h"

#include "domain/names.h"

#include <algorithm>

namespace thidua::services
{

namespace
{

SeenAt at(const QString& kind, const RecordId& record)
{
    return record.isNull() ? SeenAt() : SeenAt{kind, record};
}

// A document is seen with the first movement that rests on it.
RecordId movementOn(const CatalogueService& catalogue, const RecordId& document)
{
    const auto& movements = catalogue.movements();
    const auto found = std::ranges::find_if(
        movements, [&](const domain::Movement& movement) { return movement.legalBasis.contains(document); });
    return found == movements.end() ? RecordId() : found->id;
}

// Results are entered for the criteria of the unit's own table; other tables show in their block's standings.
SeenAt seenCriterion(const CatalogueService& catalogue, const RecordId& reporting, const RecordId& id,
                     const Fields& values)
{
    const RecordId tableId = values.value(name::scoreTable).toId();
    const domain::ScoreTable* own =
        reporting.isNull() ? nullptr : catalogue.currentTableOf(catalogue.currentBlockOf(reporting));
    if (own && own->id == tableId)
        return {kind::criterion, id};
    const domain::ScoreTable* table = catalogue.scoreTable(tableId);
    return table ? at(kind::block, table->block) : SeenAt();
}

} // namespace

SeenAt seenAt(const CatalogueService& catalogue, const RecordId& reporting, const QString& kind,
              const RecordId& id, const Fields& values)
{
    if (kind == kind::report || kind == kind::movement || kind == kind::block)
        return {kind, id};
    if (kind == kind::attachment)
        return at(kind::report, values.value(name::report).toId());
    if (kind == kind::document)
        return at(kind::movement, movementOn(catalogue, id));
    if (kind == kind::unit)
        return at(kind::block, catalogue.currentBlockOf(id));
    if (kind == kind::criterion)
        return seenCriterion(catalogue, reporting, id, values);
    if (const SeenAt movement = at(kind::movement, values.value(name::movement).toId());
        !movement.record.isNull())
        return movement;
    return at(kind::block, values.value(name::block).toId());
}

} // namespace thidua::services
