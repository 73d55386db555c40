#include "domain/inspection.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"
#include "domain/schema.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

Inspection Inspection::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .block = fields.value(name::block).toId(),
            .on = dateOf(fields.value(name::occurredOn)),
            .findings = fields.value(name::findings).toText(),
            .followUp = fields.value(name::followUp).toText(),
            .dueOn = dateOf(fields.value(name::dueOn)),
            .answer = fields.value(name::answer).toText(),
            .closed = stateOf(QString(kind::inspection), fields) == "closed"_L1,
            .reason = fields.value(name::reason).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Inspection::toFields() const
{
    return withoutEmptyGroups(kind::inspection, {{name::unit, unit},
                                                 {name::block, toValue(block)},
                                                 {name::occurredOn, toValue(on)},
                                                 {name::findings, toValue(findings)},
                                                 {name::followUp, toValue(followUp)},
                                                 {name::dueOn, toValue(dueOn)},
                                                 {name::answer, toValue(answer)}});
}

bool Inspection::isOverdue(const QDate& today) const
{
    return !closed && !deleted && dueOn.isValid() && today > dueOn;
}

} // namespace thidua::domain
