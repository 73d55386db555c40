#include "services/yearservice.h"

#include "domain/names.h"
#include "domain/schema.h"
#include "domain/text.h"

#include <QDateTime>

#include <algorithm>

namespace thidua::services
{

using namespace Qt::StringLiterals;

QList<QLatin1String> kindsOf(YearPart part)
{
    switch (part) {
    case YearPart::Reviews:
        return {kind::review, kind::ballot};
    case YearPart::Commendation:
        return {kind::commendation, kind::awardDecision};
    case YearPart::Urging:
        return {kind::inspection, kind::reminder};
    case YearPart::Publicity:
        return {kind::announcement, kind::example, kind::work, kind::creativityEntry};
    }
    return {};
}

std::optional<QLatin1String> yearKind(QStringView name)
{
    for (const auto part :
         {YearPart::Reviews, YearPart::Commendation, YearPart::Urging, YearPart::Publicity}) {
        for (const QLatin1String kind : kindsOf(part)) {
            if (kind == name)
                return kind;
        }
    }
    return std::nullopt;
}

// The day that people look for; a dossier has only its year.
static QDate dayOf(const Fields& fields)
{
    for (const auto field : {name::dueOn, name::occurredOn, name::startsOn, name::signedOn}) {
        if (const QString day = fields.value(field).toText(); !day.isEmpty())
            return QDate::fromString(day, Qt::ISODate);
    }
    return {};
}

YearService::YearService(store::LocalStore& store, CatalogueService& catalogue, RecordEdits& edits,
                         CommendationService& commendations, StepService& steps)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_edits(edits)
    , m_commendations(commendations)
    , m_steps(steps)
{
}

QDate YearService::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
}

QString YearService::nameOf(const RecordId& id) const
{
    if (id.isNull())
        return {};
    const auto record = m_store.record(id);
    if (!record || !*record)
        return {};
    const QString name = (*record)->values.value(name::name).toText();
    const QString number = (*record)->values.value(name::number).toText();
    return (*record)->kind == kind::awardDecision && !number.isEmpty() ? number + u": "_s + name : name;
}

YearLine YearService::lineOf(QLatin1String kind, const store::Record& record) const
{
    const Fields& values = record.values;
    const Subject subject = subjectOf(m_catalogue, QString(kind), values);
    const auto* block = m_catalogue.block(values.value(name::block).toId());
    YearLine line{record.id,
                  kind,
                  subject.name,
                  !subject.unitName.isEmpty() ? subject.unitName
                  : block                     ? block->name
                                              : QString(),
                  nameOf(values.value(name::awardForm).toId()),
                  domain::stateOf(QString(kind), values),
                  dayOf(values),
                  int(values.value(name::year).toInteger()),
                  false,
                  record.pending};
    line.overdue =
        kind == kind::inspection && domain::Inspection::fromFields(record.id, values).isOverdue(today());
    return line;
}

Result<QList<YearLine>> YearService::lines(YearPart part)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    QList<YearLine> lines;
    for (const QLatin1String kind : kindsOf(part)) {
        auto records = m_store.records(kind);
        if (!records)
            return records.error();
        for (const store::Record& record : std::as_const(*records))
            lines.append(lineOf(kind, record));
    }
    const auto age = [](const YearLine& line) {
        return line.on.isValid() ? line.on : QDate(line.year, 12, 31);
    };
    std::ranges::stable_sort(lines, [&](const YearLine& a, const YearLine& b) { return age(a) > age(b); });
    return lines;
}

void YearService::addBallot(YearSheet& sheet) const
{
    const auto ballot = domain::Ballot::fromFields(sheet.shown.id, sheet.shown.fields);
    sheet.result = domain::resultOf(ballot);
    for (const RecordId& unit : ballot.candidates)
        sheet.candidates.append(m_catalogue.unitName(unit));
}

// What belongs to it: the ballots of a review or of a dossier, the dossiers of a decision.
Result<void> YearService::addRelated(YearSheet& sheet)
{
    const auto add = [&](QLatin1String kind, QLatin1String field) -> Result<void> {
        auto records = m_store.records(kind);
        if (!records)
            return records.error();
        for (const store::Record& record : std::as_const(*records)) {
            if (record.values.value(field).toId() == sheet.shown.id)
                sheet.related.append(lineOf(kind, record));
        }
        return {};
    };
    if (sheet.kind == kind::review)
        return add(kind::ballot, name::review);
    if (sheet.kind == kind::commendation)
        return add(kind::ballot, name::commendation);
    return sheet.kind == kind::awardDecision ? add(kind::commendation, name::awardDecision) : Result<void>();
}

Result<void> YearService::addDossier(YearSheet& sheet)
{
    const auto dossier = domain::Commendation::fromFields(sheet.shown.id, sheet.shown.fields);
    if (auto eligibility = m_commendations.eligibility(dossier))
        sheet.eligibility = std::move(*eligibility);
    else if (eligibility.error().code != ErrorCode::NotFound)
        return eligibility.error();
    for (const YearLine& ballot : std::as_const(sheet.related)) {
        if (ballot.state == "closed"_L1)
            sheet.options[QString(name::ballot)].append({ballot.id.toText(), ballot.name});
    }
    auto decisions = m_edits.all<domain::AwardDecision>(kind::awardDecision);
    if (!decisions)
        return decisions.error();
    const auto wanted =
        sheet.state == "decided"_L1 ? domain::DecisionType::Revocation : domain::DecisionType::Grant;
    for (const domain::AwardDecision& decision : std::as_const(*decisions)) {
        if (decision.type == wanted)
            sheet.options[QString(name::awardDecision)].append({decision.id.toText(), nameOf(decision.id)});
    }
    return {};
}

Result<YearSheet> YearService::sheet(QLatin1String kind, const RecordId& id)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    auto shown = m_edits.shown(kind, id);
    if (!shown)
        return shown.error();
    const QString kindName(kind);
    YearSheet sheet;
    sheet.kind = kind;
    sheet.state = domain::stateOf(kindName, shown->fields);
    sheet.subject = subjectOf(m_catalogue, kindName, shown->fields);
    sheet.values = namedValues(m_store.schema(), m_catalogue, kindName, shown->fields);
    for (NamedValue& value : sheet.values) {
        if (value.type.type == domain::ValueType::Reference && value.refersTo.isEmpty())
            value.refersTo = nameOf(value.value.toId());
    }
    sheet.shown = std::move(*shown);
    if (auto related = addRelated(sheet); !related)
        return related.error();
    if (kind == kind::ballot)
        addBallot(sheet);
    if (kind == kind::commendation) {
        if (auto dossier = addDossier(sheet); !dossier)
            return dossier.error();
    }
    sheet.steps = m_steps.steps(kind, sheet.shown);
    return sheet;
}

} // namespace thidua::services
