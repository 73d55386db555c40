#include "services/reportservice.h"

#include "domain/names.h"
#include "domain/scoring.h"
#include "domain/text.h"
#include "services/wholegroups.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;

namespace
{

Fields normalisedTexts(Fields fields)
{
    for (Value& value : fields) {
        if (value.isText())
            value = domain::normalised(value.toText());
    }
    return fields;
}

// What differs from the form; an edit says nothing about what the person left alone.
Fields differing(const Fields& shown, const Fields& changed)
{
    Fields set;
    for (auto field = changed.cbegin(); field != changed.cend(); ++field) {
        if (shown.value(field.key()) != field.value())
            set.insert(field.key(), field.value());
    }
    return set;
}

Value orNull(const QString& text)
{
    return text.trimmed().isEmpty() ? Value() : Value(text.trimmed());
}

Fields statusFields(const ShownVersion& shown, domain::ReportState state, const QString& reason)
{
    return {{name::status, Value(domain::reportStateName(state))},
            {name::reason, orNull(reason)},
            {name::reviewedSubmission, shown.fields.value(name::submission).toInteger()}};
}

} // namespace

QList<Missing> missingForSubmission(const domain::Criterion& criterion, const Fields& report)
{
    QList<Missing> missing;
    if (criterion.scoring == domain::Scoring::Quantity && report.value(name::value).isNull())
        missing.append(Missing::Value);
    if (report.value(name::scoreSelf).isNull())
        missing.append(Missing::Score);
    return missing;
}

ReportService::ReportService(store::LocalStore& store, CatalogueService& catalogue, Access& access)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
{
}

Result<void> ReportService::save(const ShownVersion& shown, const Fields& changed)
{
    const Fields set = differing(shown.fields, normalisedTexts(changed));
    if (set.isEmpty() && shown.exists)
        return dropDraft(shown.id);
    return write(shown, set);
}

Result<void> ReportService::submit(const ShownVersion& shown, const Fields& changed)
{
    Fields set = differing(shown.fields, normalisedTexts(changed));
    Fields after = shown.fields;
    after.insert(set);
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    const auto* criterion = m_catalogue.criterion(after.value(name::criterion).toId());
    if (criterion && !missingForSubmission(*criterion, after).isEmpty())
        return {ErrorCode::MissingField, u"a report is submitted with its result and score"_s};
    set.insert(name::submission, shown.fields.value(name::submission).toInteger() + 1);
    return write(shown, set);
}

Result<void> ReportService::returnReport(const ShownVersion& shown, const QString& reason)
{
    return write(shown, statusFields(shown, domain::ReportState::Returned, reason));
}

Result<void> ReportService::appraise(const ShownVersion& shown, const Review& review)
{
    Fields set = statusFields(shown, domain::ReportState::Appraised, review.reason);
    set.insert(name::scoreAppraisal, review.score ? Value(*review.score) : Value());
    set.insert(name::appraisalReason, orNull(review.reason));
    return write(shown, set);
}

Result<void> ReportService::decide(const ShownVersion& shown, const Review& review)
{
    Fields set = statusFields(shown, domain::ReportState::Decided, review.reason);
    set.insert(name::scoreCouncil, review.score ? Value(*review.score) : Value());
    set.insert(name::councilReason, orNull(review.reason));
    return write(shown, set);
}

Result<void> ReportService::publish(const ShownVersion& shown)
{
    return write(shown, statusFields(shown, domain::ReportState::Published,
                                     shown.fields.value(name::reason).toText()));
}

Result<void> ReportService::checkPoints(const ShownVersion& shown, const Fields& set)
{
    const auto* criterion = m_catalogue.criterion(shown.fields.value(name::criterion).toId());
    if (!criterion)
        return {};
    for (const auto score : {name::scoreSelf, name::scoreAppraisal, name::scoreCouncil}) {
        const Value points = set.value(score);
        if (points.isNull())
            continue;
        if (auto fits = domain::checkPoints(*criterion, points.toInteger()); !fits)
            return fits;
    }
    return {};
}

Result<void> ReportService::write(const ShownVersion& shown, Fields set)
{
    // A new record says who, what and when it is about, and who began it.
    if (!shown.exists) {
        for (const auto field : {name::unit, name::criterion, name::movement, name::period, name::reporter})
            set.insert(field, shown.fields.value(field));
    }
    set = withWholeGroups(m_store.schema(), kind::report, shown.fields, normalisedTexts(set));
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready;
    if (auto points = checkPoints(shown, set); !points)
        return points;
    auto current = m_store.record(shown.id);
    auto epoch = m_store.epoch();
    if (!current || !epoch)
        return current ? epoch.error() : current.error();
    const Fields seenFields = shown.exists ? shown.fields : Fields();
    const Fields currentFields = *current ? (*current)->values : Fields();
    if (auto allowed = m_access.check(kind::report, set, seenFields, currentFields); !allowed)
        return allowed;
    const qint64 seen = *epoch == shown.epoch ? shown.version : 0;
    auto saved = m_store.save({kind::report, shown.id, seen, set, {}}, draftKeyOf(shown.id));
    return saved ? Result<void>() : saved.error();
}

} // namespace thidua::services
