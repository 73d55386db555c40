#pragma once

#include "services/movementservice.h"
#include "viewmodels/livequery.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// One movement with its legal basis, its targets and what the person's unit reports for it.
class MovementModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the session")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString movementId READ movementId CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString kindText READ kindText NOTIFY changed)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed)
    Q_PROPERTY(QString scopeText READ scopeText NOTIFY changed)
    Q_PROPERTY(QString modeText READ modeText NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(QString goal READ goal NOTIFY changed)
    Q_PROPERTY(QString subjects READ subjects NOTIFY changed)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    Q_PROPERTY(QString deadlineText READ deadlineText NOTIFY changed)
    Q_PROPERTY(QString awardForms READ awardForms NOTIFY changed)
    Q_PROPERTY(QString organiser READ organiser NOTIFY changed)
    Q_PROPERTY(QString theme READ theme NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QVariantList legalBasis READ legalBasis NOTIFY changed) // {title, number, dateText}
    // {name, comparatorText, baselineText, periodText}
    Q_PROPERTY(QVariantList targets READ targets NOTIFY changed)
    // {id, group, groupName, name, maxText, kindText, reportId, stateText, stateName, valueText, scoreText}
    Q_PROPERTY(QVariantList criteria READ criteria NOTIFY changed)

public:
    MovementModel(const Workplace& place, const RecordId& movement, QObject* parent = nullptr);

    [[nodiscard]] bool loading() const { return m_query.isLoading(); }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString movementId() const { return m_id.toText(); }
    [[nodiscard]] QString name() const { return m_sheet.movement.name; }
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] QString levelText() const;
    [[nodiscard]] QString scopeText() const { return m_sheet.movement.scope; }
    [[nodiscard]] QString modeText() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString goal() const { return m_sheet.movement.goal; }
    [[nodiscard]] QString subjects() const { return m_sheet.movement.subjects; }
    [[nodiscard]] QString periodText() const;
    [[nodiscard]] QString deadlineText() const;
    [[nodiscard]] QString awardForms() const;
    [[nodiscard]] QString organiser() const { return m_sheet.movement.organiser; }
    [[nodiscard]] QString theme() const { return m_sheet.movement.theme; }
    [[nodiscard]] QString note() const { return m_sheet.movement.note; }
    [[nodiscard]] QVariantList legalBasis() const;
    [[nodiscard]] QVariantList targets() const;
    [[nodiscard]] QVariantList criteria() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    RecordId m_id;
    services::MovementSheet m_sheet;
    QString m_errorText;
    bool m_loaded = false;
    LiveQuery m_query;
};

} // namespace thidua::viewmodels
