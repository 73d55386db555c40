#include "viewmodels/movementmodel.h"

#include "domain/formats.h"
#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/domaintext.h"
#include "viewmodels/errortext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

MovementModel::MovementModel(const Workplace& place, const RecordId& movement, QObject* parent)
    : QObject(parent)
    , m_id(movement)
    , m_query(place, {kind::movement, kind::document, kind::target, kind::criterion, kind::report},
              [this] { load(); })
{
    m_query.begin();
}

void MovementModel::load()
{
    m_query.read([id = m_id](services::Services& services) { return services.movements().sheet(id); },
                 [this](Result<services::MovementSheet> sheet) {
                     m_errorText = viewmodels::errorText(sheet.error().code);
                     if (sheet) {
                         m_sheet = std::move(*sheet);
                         m_loaded = true;
                     }
                     Q_EMIT changed();
                 });
}

QString MovementModel::kindText() const
{
    return m_loaded ? movementKindText(m_sheet.movement.kind) : QString();
}

QString MovementModel::levelText() const
{
    return m_loaded ? movementLevelText(m_sheet.movement.level) : QString();
}

QString MovementModel::modeText() const
{
    return m_sheet.movement.mode ? movementModeText(*m_sheet.movement.mode) : QString();
}

QString MovementModel::statusText() const
{
    return m_loaded ? movementStatusText(m_sheet.movement.status) : QString();
}

QString MovementModel::periodText() const
{
    return datesText(m_sheet.movement.startsOn, m_sheet.movement.endsOn);
}

QString MovementModel::deadlineText() const
{
    const QDate deadline = m_sheet.movement.dossierDeadline;
    return deadline.isValid() ? tr("Dossiers due on %1").arg(domain::shortDate(deadline)) : QString();
}

QString MovementModel::awardForms() const
{
    return m_sheet.movement.awardForms.join(u", "_s);
}

QVariantList MovementModel::legalBasis() const
{
    QVariantList list;
    for (const domain::LegalDocument& document : m_sheet.legalBasis) {
        const QString type = documentTypeText(document.type);
        list.append(
            QVariantMap{{u"title"_s, document.name},
                        {u"number"_s, document.number.isEmpty() ? type : type + u' ' + document.number},
                        {u"dateText"_s, domain::shortDate(document.issuedOn)}});
    }
    return list;
}

QVariantList MovementModel::targets() const
{
    QVariantList list;
    for (const domain::Target& target : m_sheet.targets) {
        QStringList before;
        if (target.baseline)
            before.append(tr("before: %1").arg(amountText(target.baseline, target.measure)));
        if (target.rank)
            before.append(tr("rank %1").arg(*target.rank));
        list.append(QVariantMap{{u"name"_s, target.name},
                                {u"comparatorText"_s, comparatorText(target)},
                                {u"baselineText"_s, before.join(u", "_s)},
                                {u"periodText"_s, viewmodels::periodText(target.period)}});
    }
    return list;
}

QVariantList MovementModel::criteria() const
{
    QVariantList list;
    for (const services::DueLine& line : m_sheet.criteria) {
        const domain::Criterion& criterion = line.criterion;
        const bool begun = !line.report.isNull() || line.draftKept;
        const bool scored = line.stage != domain::ScoreStage::None;
        list.append(
            QVariantMap{{u"id"_s, criterion.id.toText()},
                        {u"group"_s, criterionTitle(line.label, criterionKindText(criterion.kind))},
                        {u"groupName"_s, criterion.groupName},
                        {u"name"_s, criterion.name},
                        {u"maxText"_s, maximumText(criterion)},
                        {u"kindText"_s, criterionKindText(criterion.kind)},
                        {u"reportId"_s, line.report.isNull() ? QString() : line.report.toText()},
                        {u"stateText"_s, begun ? reportStateText(line.state) : QString()},
                        {u"stateName"_s, begun ? QString(reportStateName(line.state)) : QString()},
                        {u"valueText"_s, amountText(line.value, line.measure)},
                        {u"scoreText"_s, scored ? tr("%1 points").arg(pointsText(line.points)) : QString()}});
    }
    return list;
}

} // namespace thidua::viewmodels
