#pragma once

#include "base/value.h"

#include <QDate>

namespace thidua::domain
{

enum class UnitType { Ward, Commune, Township, SpecialZone, Organisation };

// Who takes part: a ward, commune or special zone, or a body such as an association. Units live between two
// days, because they merge (312 wards of 2023 became 168 units on 1/7/2025).
struct Unit {
    RecordId id;
    QString code; // five digits for administrative units, as text: leading zeros count
    QString name; // "Phường Sài Gòn"
    UnitType type = UnitType::Ward;
    QString district; // until 2025 names repeat in the city, so the district stands beside them
    QDate validFrom;
    QDate validTo; // the last day; invalid: still there
    bool deleted = false;

    [[nodiscard]] static Unit fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    [[nodiscard]] bool existsOn(const QDate& day) const;
    // With the district where there is one: "Phường 13, Quận 4".
    [[nodiscard]] QString fullName() const;

    friend bool operator==(const Unit&, const Unit&) = default;
};

} // namespace thidua::domain
