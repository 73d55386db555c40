#pragma once

#include "base/value.h"

#include <QDate>

namespace thidua::domain
{

enum class PledgeStatus { Draft, Signed };

// What the heads of a block's units promise for the year (giao ước thi đua).
struct Pledge {
    RecordId id;
    QString name;
    RecordId block;
    RecordId movement;
    PledgeStatus status = PledgeStatus::Draft;
    QDate signedOn;
    bool deleted = false;

    [[nodiscard]] static Pledge fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Pledge&, const Pledge&) = default;
};

struct PledgeItem {
    RecordId id;
    RecordId pledge;
    RecordId block;
    int number = 0;
    QString text;
    bool deleted = false;

    [[nodiscard]] static PledgeItem fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const PledgeItem&, const PledgeItem&) = default;
};

} // namespace thidua::domain
