#pragma once

#include "base/value.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace thidua::domain
{

enum class MovementKind { Annual, Special, Thematic, Campaign, Drive, Group };
enum class MovementLevel { National, City, Unit, ArmedForces };
enum class MovementMode { Regular, Thematic };
enum class MovementStatus { Draft, Launched, Closed };

// A patriotic emulation movement, a campaign (cuộc vận động) or a drive (đợt).
struct Movement {
    RecordId id;
    QString name;
    QString code;
    MovementKind kind = MovementKind::Annual;
    MovementLevel level = MovementLevel::City;
    std::optional<MovementMode> mode;
    QString goal;
    QString subjects; // who takes part
    QString scope;
    QString field; // of the city's work, such as education
    QString theme; // of the year
    QDate startsOn;
    QDate endsOn;
    QDate dossierDeadline;
    QStringList awardForms;
    QList<RecordId> legalBasis;
    QString organiser;
    MovementStatus status = MovementStatus::Draft;
    QString reason; // of the status
    QString note;
    bool deleted = false;

    [[nodiscard]] static Movement fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Movement&, const Movement&) = default;
};

} // namespace thidua::domain
