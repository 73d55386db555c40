// How the form of a report is filled; what is done with it stands in reportservice.cpp.
#include "domain/names.h"
#include "domain/period.h"
#include "services/namedvalue.h"
#include "services/reportservice.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::ReportState;

Result<ReportForm> ReportService::form(const RecordId& report)
{
    auto record = m_store.record(report);
    auto epoch = m_store.epoch();
    if (!record || !epoch)
        return record ? epoch.error() : record.error();
    if (!*record || (*record)->kind != kind::report)
        return {ErrorCode::NotFound, u"no such report on this device"_s};
    auto form = fill({report, (*record)->version, *epoch, (*record)->values, true});
    if (form) {
        form->pending = (*record)->pending;
        form->conflict = (*record)->conflict;
    }
    return form;
}

Result<ReportForm> ReportService::newForm(const RecordId& criterion, const QString& period)
{
    auto person = m_access.person();
    if (!person)
        return person.error();
    const auto* about = m_catalogue.criterion(criterion);
    if (!about)
        return {ErrorCode::NotFound, u"no such criterion on this device"_s};
    if (person->unit.isNull())
        return {ErrorCode::Forbidden, u"reports are made for a unit"_s};
    const RecordId id = domain::Report::idOf(person->unit, criterion, period);
    auto known = m_store.record(id);
    if (!known || *known)
        return known ? form(id) : Result<ReportForm>(known.error());
    auto epoch = m_store.epoch();
    if (!epoch)
        return epoch.error();
    const auto* table = m_catalogue.scoreTable(about->scoreTable);
    const RecordId movement = about->movement.isNull() && table ? table->movement : about->movement;
    Fields fields{{name::unit, person->unit},
                  {name::criterion, criterion},
                  {name::movement, movement.isNull() ? Value() : Value(movement)},
                  {name::period, period},
                  {name::reporter, person->id}};
    return fill({id, 0, *epoch, fields, false});
}

Result<ReportForm> ReportService::fill(ShownVersion shown)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    ReportForm form;
    form.report = domain::Report::fromFields(shown.id, shown.fields);
    form.shown = std::move(shown);
    if (const auto* criterion = m_catalogue.criterionEver(form.report.criterion)) {
        form.criterion = *criterion;
        form.label = m_catalogue.criterionLabel(*criterion);
        if (const auto* table = m_catalogue.scoreTable(criterion->scoreTable))
            form.table = *table;
    }
    form.unitName = m_catalogue.unitName(form.report.unit);
    addTargets(form);
    addRights(form);
    if (auto previous = addPrevious(form); !previous)
        return previous.error();
    auto draft = m_store.draft(draftKeyOf(form.shown.id));
    if (!draft)
        return draft.error();
    form.draft = std::move(*draft);
    const bool open = form.report.state == ReportState::Draft || form.report.state == ReportState::Returned;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
    form.late = open && form.table.dueOn.isValid() && form.table.dueOn < today;
    return form;
}

void ReportService::addTargets(ReportForm& form)
{
    if (!form.report.movement.isNull())
        form.targets = m_catalogue.targetsOf(form.report.movement);
}

Result<void> ReportService::addPrevious(ReportForm& form)
{
    form.previousPeriod = domain::previousPeriod(form.report.period);
    if (form.previousPeriod.isEmpty())
        return {};
    auto before =
        m_store.record(domain::Report::idOf(form.report.unit, form.report.criterion, form.previousPeriod));
    if (!before)
        return before.error();
    if (*before)
        form.previousValue = domain::Report::fromFields((*before)->id, (*before)->values).value;
    return {};
}

// A result is the unit's own word. Higher roles could write it, but have fields of their own for that.
bool ReportService::isOfUnit(const RecordId& unit, const Fields& fields)
{
    const auto person = m_access.person();
    const auto role = m_access.roleFor(kind::report, fields);
    return person && role &&
           (person->unit == unit || *role <= domain::Role::UnitHead || *role == domain::Role::Admin);
}

// Asked with the smallest edit of each kind; the edit itself is asked about again when it is made.
void ReportService::addRights(ReportForm& form)
{
    const Fields& shown = form.shown.fields;
    const Fields seen = form.shown.exists ? shown : Fields();
    const auto may = [&](const Fields& set) { return m_access.check(kind::report, set, seen, seen); };
    Fields enter{{name::unit, shown.value(name::unit)}, {name::scoreSelf, Value()}};
    const auto entering = may(enter);
    form.canEnter = entering.ok() && isOfUnit(form.report.unit, shown);
    form.locked = entering ? (form.canEnter ? ErrorCode::None : ErrorCode::Forbidden) : entering.error().code;
    const auto review = [&](ReportState state, QLatin1String score) {
        return may({{name::unit, shown.value(name::unit)},
                    {score, Value()},
                    {name::status, Value(domain::reportStateName(state))},
                    {name::reason, u"-"_s},
                    {name::reviewedSubmission, shown.value(name::submission).toInteger()}})
            .ok();
    };
    form.canAppraise = form.shown.exists && review(ReportState::Appraised, name::scoreAppraisal);
    form.canReturn = form.shown.exists && review(ReportState::Returned, name::status);
    form.canDecide = form.shown.exists && review(ReportState::Decided, name::scoreCouncil);
}

Result<std::optional<NewerVersion>> ReportService::newerThan(const ShownVersion& shown)
{
    auto record = m_store.record(shown.id);
    auto self = m_store.identity();
    auto epoch = m_store.epoch();
    if (!record || !self || !epoch)
        return !record ? record.error() : !self ? self.error() : epoch.error();
    if (!*record || ((*record)->values == shown.fields && shown.exists))
        return std::optional<NewerVersion>();
    auto groups = m_store.groups(shown.id);
    if (!groups)
        return groups.error();
    NewerVersion newer;
    newer.shown = {shown.id, (*record)->version, *epoch, (*record)->values, true};
    for (const store::GroupView& group : *groups) {
        const Fields& values = group.winner.values;
        const bool differs = std::any_of(values.keyBegin(), values.keyEnd(), [&](const QString& field) {
            return shown.fields.value(field) != values.value(field);
        });
        // What others did is the news; the own device's work is told only where there is nothing else.
        const merge::Stamp& stamp = group.winner.stamp;
        const bool own = stamp.device == self->device;
        const bool first = newer.group.isEmpty() || (newer.ownDevice && !own);
        const bool later = newer.ownDevice == own && stamp.at >= newer.at;
        if (!differs || !(first || later))
            continue;
        newer.group = group.group;
        newer.author = stamp.author;
        newer.rank = stamp.rank;
        newer.at = stamp.at;
        newer.ownDevice = own;
        newer.values = namedValues(m_store.schema(), m_catalogue, kind::report, values);
    }
    newer.authorName = m_catalogue.personName(newer.author);
    return std::optional(newer);
}

} // namespace thidua::services
