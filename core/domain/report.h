#pragma once

#include "base/value.h"
#include "domain/reportstate.h"

#include <QDate>

#include <optional>

namespace thidua::domain
{

// What a unit has achieved on one criterion in one period, and the scores given for it: by the unit itself,
// by the block on appraisal, by the council. They stand beside each other; none overwrites another.
struct Report {
    RecordId id;
    RecordId unit;
    RecordId criterion;
    RecordId movement;
    QString period;              // "2023", "2023-Q1", "2023-H1"
    std::optional<qint64> value; // hundredths of `measure`
    QString measure;
    std::optional<qint64> target; // hundredths of `measure`
    QDate occurredOn;
    QString place;
    QString explanation;
    std::optional<qint64> scoreSelf;
    RecordId reporter; // a person
    qint64 submission = 0;
    QString note;
    QString objection;
    std::optional<qint64> scoreAppraisal;
    QString appraisalReason;
    std::optional<qint64> scoreCouncil;
    QString councilReason;
    ReportState state = ReportState::Draft; // follows from the fields; toFields() writes no status
    QString reason;                         // of the last review, e.g. why it was returned
    bool deleted = false;

    // The same for everybody who reports on this criterion, so that two tablets that start it offline meet in
    // one record.
    [[nodiscard]] static RecordId idOf(const RecordId& unit, const RecordId& criterion,
                                       const QString& period);
    [[nodiscard]] static Report fromFields(const RecordId& id, const Fields& fields);
    // What the unit writes: everything but scores of others and reviews.
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Report&, const Report&) = default;
};

} // namespace thidua::domain
