#pragma once

#include "base/value.h"

#include <QDate>

#include <optional>

namespace thidua::domain
{

enum class ReviewKind { Interim, Final }; // sơ kết, tổng kết

// A block's meeting on its half-year or year; without a block it is the city's.
struct Review {
    RecordId id;
    QString name;
    ReviewKind kind = ReviewKind::Interim;
    RecordId block;
    int year = 0;
    QString agenda;
    QDate heldOn;
    QString place;
    QList<RecordId> units; // that attended
    std::optional<qint64> attendees;
    QString minutes;
    QList<RecordId> legalBasis;
    bool deleted = false;

    [[nodiscard]] static Review fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const; // all but its state, which is moved

    friend bool operator==(const Review&, const Review&) = default;
};

} // namespace thidua::domain
