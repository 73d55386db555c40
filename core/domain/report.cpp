#include "domain/report.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

RecordId Report::idOf(const RecordId& unit, const RecordId& criterion, const QString& period)
{
    return RecordId::named("report", unit.toBytes() + criterion.toBytes() + period.toUtf8());
}

Report Report::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .unit = fields.value(name::unit).toId(),
            .criterion = fields.value(name::criterion).toId(),
            .movement = fields.value(name::movement).toId(),
            .period = fields.value(name::period).toText(),
            .value = numberOf(fields.value(name::value)),
            .measure = fields.value(name::measure).toText(),
            .target = numberOf(fields.value(name::target)),
            .occurredOn = dateOf(fields.value(name::occurredOn)),
            .place = fields.value(name::place).toText(),
            .explanation = fields.value(name::explanation).toText(),
            .scoreSelf = numberOf(fields.value(name::scoreSelf)),
            .reporter = fields.value(name::reporter).toId(),
            .submission = fields.value(name::submission).toInteger(),
            .note = fields.value(name::note).toText(),
            .objection = fields.value(name::objection).toText(),
            .scoreAppraisal = numberOf(fields.value(name::scoreAppraisal)),
            .appraisalReason = fields.value(name::appraisalReason).toText(),
            .scoreCouncil = numberOf(fields.value(name::scoreCouncil)),
            .councilReason = fields.value(name::councilReason).toText(),
            .state = reportStateOf(fields),
            .reason = fields.value(name::reason).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Report::toFields() const
{
    return withoutEmptyGroups(kind::report, {{name::unit, unit},
                                             {name::criterion, criterion},
                                             {name::movement, toValue(movement)},
                                             {name::period, period},
                                             {name::value, toValue(value)},
                                             {name::measure, toValue(measure)},
                                             {name::target, toValue(target)},
                                             {name::occurredOn, toValue(occurredOn)},
                                             {name::place, toValue(place)},
                                             {name::explanation, toValue(explanation)},
                                             {name::scoreSelf, toValue(scoreSelf)},
                                             {name::reporter, toValue(reporter)},
                                             {name::submission, submission},
                                             {name::note, toValue(note)},
                                             {name::objection, toValue(objection)}});
}

} // namespace thidua::domain
