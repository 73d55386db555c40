#pragma once

#include "base/value.h"

#include <QDate>

namespace thidua::domain
{

// A look at a unit's emulation work (kiểm tra): what was found, what is to follow and by when.
struct Inspection {
    RecordId id;
    RecordId unit;
    RecordId block;
    QDate on;
    QString findings;
    QString followUp;
    QDate dueOn;
    QString answer; // the unit's
    bool closed = false;
    QString reason;
    bool deleted = false;

    [[nodiscard]] static Inspection fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const; // all but its state, which is moved

    [[nodiscard]] bool isOverdue(const QDate& today) const;

    friend bool operator==(const Inspection&, const Inspection&) = default;
};

} // namespace thidua::domain
