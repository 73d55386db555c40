#include "viewmodels/domaintext.h"

#include "domain/formats.h"
#include "domain/period.h"

#include <QCoreApplication>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{
struct DomainText {
    Q_DECLARE_TR_FUNCTIONS(DomainText)
};
} // namespace

QString roleText(domain::Role role)
{
    switch (role) {
    case domain::Role::Observer:
        return DomainText::tr("Observer");
    case domain::Role::Officer:
        return DomainText::tr("Data entry officer");
    case domain::Role::UnitHead:
        return DomainText::tr("Head of the unit");
    case domain::Role::BlockLead:
        return DomainText::tr("Leader of the block or cluster");
    case domain::Role::Council:
        return DomainText::tr("Emulation and Commendation Council");
    case domain::Role::Admin:
        return DomainText::tr("Administrator");
    }
    return {};
}

QString rankText(int rank)
{
    for (const auto role : {domain::Role::Admin, domain::Role::Council, domain::Role::BlockLead,
                            domain::Role::UnitHead, domain::Role::Officer}) {
        if (rank >= rankOf(role))
            return roleText(role);
    }
    return DomainText::tr("Entered after locking");
}

QString reportStateText(domain::ReportState state)
{
    switch (state) {
    case domain::ReportState::Draft:
        return DomainText::tr("Draft");
    case domain::ReportState::Submitted:
        return DomainText::tr("Submitted");
    case domain::ReportState::Returned:
        return DomainText::tr("Returned");
    case domain::ReportState::Appraised:
        return DomainText::tr("Appraised");
    case domain::ReportState::Decided:
        return DomainText::tr("Decided");
    case domain::ReportState::Published:
        return DomainText::tr("Published");
    }
    return {};
}

QString movementKindText(domain::MovementKind kind)
{
    switch (kind) {
    case domain::MovementKind::Annual:
        return DomainText::tr("Annual movement");
    case domain::MovementKind::Special:
        return DomainText::tr("Special movement");
    case domain::MovementKind::Thematic:
        return DomainText::tr("Thematic movement");
    case domain::MovementKind::Campaign:
        return DomainText::tr("Mass campaign");
    case domain::MovementKind::Drive:
        return DomainText::tr("Emulation drive");
    case domain::MovementKind::Group:
        return DomainText::tr("Group of movements");
    }
    return {};
}

QString movementLevelText(domain::MovementLevel level)
{
    switch (level) {
    case domain::MovementLevel::National:
        return DomainText::tr("National level");
    case domain::MovementLevel::City:
        return DomainText::tr("City level");
    case domain::MovementLevel::Unit:
        return DomainText::tr("Unit level");
    case domain::MovementLevel::ArmedForces:
        return DomainText::tr("Armed forces");
    }
    return {};
}

QString movementModeText(domain::MovementMode mode)
{
    return mode == domain::MovementMode::Regular ? DomainText::tr("Regular emulation")
                                                 : DomainText::tr("Thematic emulation");
}

QString movementStatusText(domain::MovementStatus status)
{
    switch (status) {
    case domain::MovementStatus::Draft:
        return DomainText::tr("Being prepared");
    case domain::MovementStatus::Launched:
        return DomainText::tr("Launched");
    case domain::MovementStatus::Closed:
        return DomainText::tr("Closed");
    }
    return {};
}

QLatin1String movementStatusName(domain::MovementStatus status)
{
    switch (status) {
    case domain::MovementStatus::Draft:
        return "draft"_L1;
    case domain::MovementStatus::Launched:
        return "launched"_L1;
    case domain::MovementStatus::Closed:
        return "closed"_L1;
    }
    return {};
}

QString documentTypeText(domain::DocumentType type)
{
    switch (type) {
    case domain::DocumentType::Directive:
        return DomainText::tr("Directive");
    case domain::DocumentType::Resolution:
        return DomainText::tr("Resolution");
    case domain::DocumentType::Plan:
        return DomainText::tr("Plan");
    case domain::DocumentType::Guidance:
        return DomainText::tr("Guidance");
    case domain::DocumentType::Decision:
        return DomainText::tr("Decision");
    case domain::DocumentType::Law:
        return DomainText::tr("Law");
    case domain::DocumentType::Decree:
        return DomainText::tr("Decree");
    case domain::DocumentType::Scheme:
        return DomainText::tr("Scheme");
    case domain::DocumentType::Circular:
        return DomainText::tr("Circular");
    case domain::DocumentType::OfficialLetter:
        return DomainText::tr("Official letter");
    case domain::DocumentType::Programme:
        return DomainText::tr("Programme");
    }
    return {};
}

QString blockKindText(domain::BlockKind kind)
{
    return kind == domain::BlockKind::Cluster ? DomainText::tr("Cluster") : DomainText::tr("Block");
}

QString criterionKindText(domain::CriterionKind kind)
{
    switch (kind) {
    case domain::CriterionKind::Base:
        return DomainText::tr("Base points");
    case domain::CriterionKind::Bonus:
        return DomainText::tr("Bonus points");
    case domain::CriterionKind::Penalty:
        return DomainText::tr("Penalty points");
    }
    return {};
}

QString scoringText(domain::Scoring scoring)
{
    switch (scoring) {
    case domain::Scoring::Quantity:
        return DomainText::tr("By quantity");
    case domain::Scoring::YesNo:
        return DomainText::tr("Yes or no");
    case domain::Scoring::Graded:
        return DomainText::tr("By degree");
    }
    return {};
}

QString comparatorText(const domain::Target& target)
{
    switch (target.comparator) {
    case domain::Comparator::AtLeast:
        return DomainText::tr("at least %1").arg(amountText(target.threshold, target.measure));
    case domain::Comparator::AtMost:
        return DomainText::tr("at most %1").arg(amountText(target.threshold, target.measure));
    case domain::Comparator::BetterValue:
        return DomainText::tr("better than the year before");
    case domain::Comparator::BetterClassAndRank:
        return DomainText::tr("better class and rank than the year before");
    case domain::Comparator::Completed:
        return DomainText::tr("completed");
    }
    return {};
}

QString periodText(const QString& period)
{
    const auto parsed = domain::Period::fromText(period);
    if (!parsed)
        return period;
    static constexpr std::array roman{"I"_L1, "II"_L1, "III"_L1, "IV"_L1};
    switch (parsed->span) {
    case domain::Period::Span::Year:
        return DomainText::tr("year %1").arg(parsed->year);
    case domain::Period::Span::Half:
        return (parsed->number == 1 ? DomainText::tr("first half of %1")
                                    : DomainText::tr("second half of %1"))
            .arg(parsed->year);
    case domain::Period::Span::Quarter:
        return DomainText::tr("quarter %1/%2").arg(roman[size_t(parsed->number - 1)]).arg(parsed->year);
    }
    return period;
}

QString datesText(const QDate& from, const QDate& to)
{
    if (from.isValid() && to.isValid())
        return domain::shortDate(from) + u"\u00a0–\u00a0"_s + domain::shortDate(to); // stays on one line
    if (from.isValid())
        return DomainText::tr("from %1").arg(domain::shortDate(from));
    return to.isValid() ? DomainText::tr("until %1").arg(domain::shortDate(to)) : QString();
}

QString maximumText(const domain::Criterion& criterion)
{
    return criterion.maxPoints ? DomainText::tr("At most %1 points").arg(pointsText(*criterion.maxPoints))
                               : QString();
}

QString criterionTitle(const QString& label, const QString& name)
{
    return label.contains(u'.') ? DomainText::tr("Criterion %1").arg(label) : name;
}

QString amountText(const std::optional<qint64>& value, const QString& measure)
{
    if (!value)
        return {};
    const QString number = domain::hundredths(*value);
    return measure.isEmpty() ? number : number + u' ' + measure;
}

QString pointsText(qint64 points)
{
    return domain::hundredths(points);
}

} // namespace thidua::viewmodels
