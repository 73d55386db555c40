#include "viewmodels/fieldtext.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "viewmodels/choicetext.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/timetext.h"

#include <QCoreApplication>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using services::NamedValue;

namespace
{

struct FieldText {
    Q_DECLARE_TR_FUNCTIONS(FieldText)

public:
    struct Entry {
        QLatin1String field;
        const char* words;
    };
    static constexpr auto entries = std::to_array<Entry>({
        {name::achievement, QT_TR_NOOP("Achievement")},
        {name::achievementReport, QT_TR_NOOP("Achievement report")},
        {name::against, QT_TR_NOOP("Votes against")},
        {name::agenda, QT_TR_NOOP("Agenda")},
        {name::answer, QT_TR_NOOP("Unit's answer")},
        {name::appraisalReason, QT_TR_NOOP("Reason of the appraisal")},
        {name::approval, QT_TR_NOOP("Approval needed")},
        {name::attendees, QT_TR_NOOP("People present")},
        {name::authors, QT_TR_NOOP("Authors")},
        {name::awardDecision, QT_TR_NOOP("Award decision")},
        {name::awardForm, QT_TR_NOOP("Title or form of commendation")},
        {name::awardForms, QT_TR_NOOP("Forms of award")},
        {name::ballot, QT_TR_NOOP("Ballot")},
        {name::baseline, QT_TR_NOOP("Value of the year before")},
        {name::basis, QT_TR_NOOP("Counted against")},
        {name::block, QT_TR_NOOP("Block or cluster")},
        {name::bonusCap, QT_TR_NOOP("Highest bonus")},
        {name::candidates, QT_TR_NOOP("Candidates")},
        {name::code, QT_TR_NOOP("Code")},
        {name::commendation, QT_TR_NOOP("Dossier")},
        {name::comparator, QT_TR_NOOP("How it is met")},
        {name::councilReason, QT_TR_NOOP("Reason of the decision")},
        {name::criterion, QT_TR_NOOP("Criterion")},
        {name::daysBefore, QT_TR_NOOP("Days before")},
        {name::decision, QT_TR_NOOP("Decision")},
        {name::deleted, QT_TR_NOOP("Deleted")},
        {name::district, QT_TR_NOOP("District before July 2025")},
        {name::dossierDeadline, QT_TR_NOOP("Dossier deadline")},
        {name::dueOn, QT_TR_NOOP("Due on")},
        {name::endsOn, QT_TR_NOOP("Ends on")},
        {name::explanation, QT_TR_NOOP("Explanation")},
        {name::field, QT_TR_NOOP("Field of work")},
        {name::findings, QT_TR_NOOP("Findings")},
        {name::followUp, QT_TR_NOOP("To be done")},
        {name::goal, QT_TR_NOOP("Goal")},
        {name::group, QT_TR_NOOP("Group")},
        {name::groupName, QT_TR_NOOP("Name of the group")},
        {name::illustration, QT_TR_NOOP("Illustrative")},
        {name::indicator, QT_TR_NOOP("Indicator")},
        {name::invalid, QT_TR_NOOP("Invalid votes")},
        {name::issuedOn, QT_TR_NOOP("Issued on")},
        {name::issuer, QT_TR_NOOP("Issued by")},
        {name::kind, QT_TR_NOOP("Kind")},
        {name::legalBasis, QT_TR_NOOP("Legal basis")},
        {name::level, QT_TR_NOOP("Level")},
        {name::maxPoints, QT_TR_NOOP("Maximum points")},
        {name::measure, QT_TR_NOOP("Measure")},
        {name::mediaType, QT_TR_NOOP("Kind of file")},
        {name::members, QT_TR_NOOP("Members")},
        {name::minutes, QT_TR_NOOP("Minutes")},
        {name::mode, QT_TR_NOOP("Form of emulation")},
        {name::movement, QT_TR_NOOP("Movement")},
        {name::name, QT_TR_NOOP("Name")},
        {name::nominee, QT_TR_NOOP("Proposed for the award")},
        {name::note, QT_TR_NOOP("Note")},
        {name::number, QT_TR_NOOP("Number")},
        {name::objection, QT_TR_NOOP("Objection")},
        {name::occurredOn, QT_TR_NOOP("Date")},
        {name::organiser, QT_TR_NOOP("Organiser")},
        {name::penaltyCap, QT_TR_NOOP("Highest penalty")},
        {name::period, QT_TR_NOOP("Period")},
        {name::place, QT_TR_NOOP("Place")},
        {name::pledge, QT_TR_NOOP("Pledge")},
        {name::position, QT_TR_NOOP("Position")},
        {name::present, QT_TR_NOOP("Members present")},
        {name::previous, QT_TR_NOOP("Title before it")},
        {name::prize, QT_TR_NOOP("Prize")},
        {name::progress, QT_TR_NOOP("Progress in %")},
        {name::proposal, QT_TR_NOOP("Letter of proposal")},
        {name::quorum, QT_TR_NOOP("Quorum")},
        {name::quota, QT_TR_NOOP("Share of the block")},
        {name::rank, QT_TR_NOOP("Rank")},
        {name::reason, QT_TR_NOOP("Reason")},
        {name::report, QT_TR_NOOP("Report")},
        {name::reporter, QT_TR_NOOP("Reported by")},
        {name::review, QT_TR_NOOP("Review")},
        {name::reviewedSubmission, QT_TR_NOOP("Submission judged")},
        {name::role, QT_TR_NOOP("Role")},
        {name::scope, QT_TR_NOOP("Scope")},
        {name::scoreAppraisal, QT_TR_NOOP("Appraised score")},
        {name::scoreCouncil, QT_TR_NOOP("Council's score")},
        {name::scoreSelf, QT_TR_NOOP("Self-score")},
        {name::scoreTable, QT_TR_NOOP("Score table")},
        {name::scoring, QT_TR_NOOP("How it is scored")},
        {name::secrecy, QT_TR_NOOP("Form of the vote")},
        {name::sha256, QT_TR_NOOP("Content of the file")},
        {name::signedOn, QT_TR_NOOP("Signed on")},
        {name::size, QT_TR_NOOP("Size in bytes")},
        {name::startsOn, QT_TR_NOOP("Starts on")},
        {name::status, QT_TR_NOOP("Status")},
        {name::subject, QT_TR_NOOP("For whom")},
        {name::subjects, QT_TR_NOOP("Who takes part")},
        {name::submission, QT_TR_NOOP("Submission")},
        {name::target, QT_TR_NOOP("Target")},
        {name::text, QT_TR_NOOP("Text")},
        {name::theme, QT_TR_NOOP("Theme of the year")},
        {name::threshold, QT_TR_NOOP("Threshold")},
        {name::tieBreak, QT_TR_NOOP("Parting of equals")},
        {name::type, QT_TR_NOOP("Type")},
        {name::unit, QT_TR_NOOP("Unit")},
        {name::units, QT_TR_NOOP("Units present")},
        {name::validFrom, QT_TR_NOOP("Valid from")},
        {name::validTo, QT_TR_NOOP("Valid until")},
        {name::value, QT_TR_NOOP("Result")},
        {name::votes, QT_TR_NOOP("Votes in favour")},
        {name::year, QT_TR_NOOP("Year")},
        {name::years, QT_TR_NOOP("Years in a row")},
    });
};

// A choice of a newer version has no words here yet; its name says more than nothing.
QString knownChoice(const NamedValue& value)
{
    const QString words = choiceText(value.field, value.value.toText());
    return words.isEmpty() ? value.value.toText() : words;
}

QString listText(const NamedValue& value, const QString& measure)
{
    if (!value.type.element.isEmpty() && value.type.element.first().type == domain::ValueType::Reference)
        return value.refersTo;
    QStringList parts;
    for (const Value& part : value.value.toList())
        parts.append(valueText({value.field, value.type.element.value(0), part, {}}, measure));
    return parts.join(u", "_s);
}

} // namespace

QString fieldText(const QString& field)
{
    const auto found = std::ranges::find_if(
        FieldText::entries, [&](const FieldText::Entry& entry) { return entry.field == field; });
    return found == FieldText::entries.end() ? field : FieldText::tr(found->words);
}

QString valueText(const NamedValue& value, const QString& measure)
{
    if (value.value.isNull())
        return FieldText::tr("(empty)");
    if (value.field == name::period)
        return periodText(value.value.toText());
    switch (value.type.type) {
    case domain::ValueType::Bool:
        return value.value.toBool() ? FieldText::tr("yes") : FieldText::tr("no");
    case domain::ValueType::Integer:
        return QString::number(value.value.toInteger());
    case domain::ValueType::Hundredths:
        return amountText(value.value.toInteger(), value.field == name::value ? measure : QString());
    case domain::ValueType::Date:
        return domain::shortDate(QDate::fromString(value.value.toText(), Qt::ISODate));
    case domain::ValueType::Time:
        return whenText(value.value.toInteger());
    case domain::ValueType::Enum:
        return knownChoice(value);
    case domain::ValueType::Reference:
        return value.refersTo;
    case domain::ValueType::List:
        return listText(value, measure);
    case domain::ValueType::Uuid:
    case domain::ValueType::Bytes:
        return FieldText::tr("(not shown)");
    case domain::ValueType::Text:
        break;
    }
    return value.value.isInteger() ? QString::number(value.value.toInteger()) : value.value.toText();
}

QString valuesText(const QList<NamedValue>& values, const QString& measure)
{
    QStringList parts;
    for (const NamedValue& value : values) {
        // The measure stands behind its number.
        if (value.field != name::measure)
            parts.append(fieldText(value.field) + u": "_s + valueText(value, measure));
    }
    return parts.join(u" · "_s);
}

QString subjectText(const services::Subject& subject)
{
    const QString title =
        subject.label.isEmpty() ? subject.name : criterionTitle(subject.label, subject.name);
    if (title.isEmpty() || subject.unitName.isEmpty())
        return title + subject.unitName;
    return title + u" — "_s + subject.unitName;
}

} // namespace thidua::viewmodels
