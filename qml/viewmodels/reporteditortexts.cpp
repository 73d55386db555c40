// What the form of a report says about itself; what it does stands in reporteditor.cpp.
#include "domain/formats.h"
#include "domain/names.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/reporteditor.h"
#include "viewmodels/timetext.h"

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using domain::ReportState;

QString ReportEditor::reportId() const
{
    return m_form && m_form->shown.exists ? m_form->shown.id.toText() : QString();
}

QString ReportEditor::title() const
{
    return criterionName();
}

QString ReportEditor::criterionName() const
{
    return m_form ? m_form->criterion.name : QString();
}

QString ReportEditor::group() const
{
    return m_form ? m_form->criterion.group : QString();
}

QString ReportEditor::groupName() const
{
    return m_form ? m_form->criterion.groupName : QString();
}

QString ReportEditor::groupText() const
{
    if (!m_form)
        return {};
    QStringList parts{criterionTitle(m_form->label, criterionKindText(m_form->criterion.kind))};
    if (!groupName().isEmpty())
        parts.append(groupName());
    if (!m_form->unitName.isEmpty())
        parts.append(m_form->unitName);
    return parts.join(u" · "_s);
}

QString ReportEditor::unitName() const
{
    return m_form ? m_form->unitName : QString();
}

QString ReportEditor::maxText() const
{
    return m_form ? maximumText(m_form->criterion) : QString();
}

QString ReportEditor::measure() const
{
    if (!m_form)
        return {};
    return m_form->report.measure.isEmpty() ? m_form->criterion.measure : m_form->report.measure;
}

QString ReportEditor::periodText() const
{
    return m_form ? viewmodels::periodText(m_form->report.period) : QString();
}

QString ReportEditor::targetText() const
{
    if (!m_form)
        return {};
    if (m_form->report.target)
        return amountText(m_form->report.target, measure());
    // A movement has many targets; the one of this criterion has its name.
    const auto found = std::ranges::find(m_form->targets, m_form->criterion.name, &domain::Target::name);
    if (found != m_form->targets.end())
        return comparatorText(*found);
    return m_form->targets.size() == 1 ? comparatorText(m_form->targets.first()) : QString();
}

QString ReportEditor::previousText() const
{
    if (!m_form || !m_form->previousValue)
        return {};
    return tr("%1 (%2)").arg(amountText(m_form->previousValue, measure()),
                             viewmodels::periodText(m_form->previousPeriod));
}

QString ReportEditor::stateText() const
{
    if (!m_form)
        return {};
    return m_form->shown.exists ? reportStateText(m_form->report.state) : tr("Not begun");
}

QString ReportEditor::stateName() const
{
    return m_form ? QString(reportStateName(m_form->report.state)) : QString();
}

bool ReportEditor::editable() const
{
    return m_form && m_form->canEnter;
}

QString ReportEditor::lockedReason() const
{
    if (!m_form || m_form->canEnter)
        return {};
    if (m_form->locked == ErrorCode::StateLocked) {
        switch (m_form->report.state) {
        case ReportState::Appraised:
            return tr("The block has appraised this report; it can be changed again only after a return.");
        case ReportState::Decided:
            return tr("The council has decided on this report.");
        case ReportState::Published:
            return tr("The result is published and can no longer be changed.");
        default:
            break;
        }
    }
    return m_form->unitName.isEmpty() ? tr("You can read this report, but not change it.")
                                      : tr("Only %1 enters this report.").arg(m_form->unitName);
}

QString ReportEditor::returnReason() const
{
    return m_form && m_form->report.state == ReportState::Returned ? m_form->report.reason : QString();
}

QString ReportEditor::draftText() const
{
    if (m_draftKeptAt > 0)
        return tr("Draft kept at %1").arg(timeText(m_draftKeptAt, m_place.clock.now()));
    return m_form && m_form->pending ? tr("Saved on this device; not sent yet") : QString();
}

QString ReportEditor::newerVersionText() const
{
    if (!m_newer || m_newer->group.isEmpty())
        return {};
    const QString role = rankText(m_newer->rank);
    const QString who = m_newer->authorName.isEmpty() ? role : m_newer->authorName + u" ("_s + role + u')';
    return tr("%1 changed this at %2 — %3")
        .arg(who, timeText(m_newer->at, m_place.clock.now()), valuesText(m_newer->values, measure()));
}

bool ReportEditor::hasProblem() const
{
    for (int i = 0; i < reportFieldCount; ++i) {
        const auto field = ReportField(i);
        const bool ofUnit = field < ReportField::Appraisal;
        if (ofUnit && m_texts.problem(field, m_form->criterion) != ErrorCode::None)
            return true;
    }
    return false;
}

bool ReportEditor::canSave() const
{
    return editable() && !m_busy && isChanged() && !hasProblem();
}

bool ReportEditor::canSubmit() const
{
    return editable() && !m_busy && submitHint().isEmpty();
}

QString ReportEditor::submitHint() const
{
    if (!m_form || !m_form->canEnter)
        return {};
    if (hasProblem())
        return tr("Please correct the marked fields first.");
    Fields after = m_form->shown.fields;
    after.insert(m_texts.values(m_form->criterion));
    const auto missing = services::missingForSubmission(m_form->criterion, after);
    const bool value = missing.contains(services::Missing::Value);
    const bool score = missing.contains(services::Missing::Score);
    if (value && score)
        return tr("Before submitting: enter the result and the self-score.");
    if (value)
        return tr("Before submitting: enter the result.");
    if (score)
        return tr("Before submitting: enter the self-score.");
    return m_form->report.state == ReportState::Submitted && !isChanged() ? tr("Already submitted.")
                                                                          : QString();
}

QString ReportEditor::problemText(ReportField field) const
{
    if (!m_form)
        return {};
    const ErrorCode code = m_texts.problem(field, m_form->criterion);
    if (code == ErrorCode::None)
        return {};
    if (code == ErrorCode::TooLarge)
        return tr("Too long; please shorten it.");
    if (field == ReportField::OccurredOn)
        return tr("Enter a date such as 21/03/2023.");
    const auto number = m_texts.number(field);
    if (!number)
        return tr("Enter a number with at most two decimals, such as 95,5.");
    if (*number < 0)
        return tr("Points are not negative.");
    return maximumText(m_form->criterion);
}

} // namespace thidua::viewmodels
