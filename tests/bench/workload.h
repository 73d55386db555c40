#pragma once

#include "base/random.h"
#include "base/value.h"
#include "merge/recordstate.h"

#include <QStringList>

namespace thidua::bench
{

// One report as a plain row of 14 columns: what the floor inserts.
struct WardRow {
    RecordId id;
    RecordId movement;
    RecordId unit;
    RecordId criterion;
    QString period;
    qint64 value = 0; // hundredths, like the other amounts
    qint64 target = 0;
    QString note;
    QString status; // draft, submitted, returned, verified
    qint64 scoreSelf = 0;
    qint64 scoreVerified = 0;
    UserId reporter;
    QString occurredOn;
    Instant updatedAt = 0;
};

// Reports like those of data/ward_reports.ndjson, in order of time: notes of 40 to 120 letters made of the
// sample's words, 8 movements, 60 criteria, 12 quarters, 500 reporters, every value equally likely. The units
// are the twelve of one cluster, so that a block lead's tablet holds them all.
class Workload
{
public:
    explicit Workload(quint64 seed = 2025);
    [[nodiscard]] WardRow next();
    [[nodiscard]] QList<WardRow> rows(qsizetype count);
    [[nodiscard]] const QList<RecordId>& units() const { return m_units; }

private:
    [[nodiscard]] QString note();
    [[nodiscard]] const RecordId& any(const QList<RecordId>& ids);
    SeededRandom m_random;
    QStringList m_words;
    QList<RecordId> m_units;
    QList<RecordId> m_movements;
    QList<RecordId> m_criteria;
    Instant m_time = 1'672'531'200'000; // 01/01/2023
};

// The same report as the unit enters it, and as the block judges it (empty while it has not).
[[nodiscard]] Fields entered(const WardRow& row);
[[nodiscard]] Fields judged(const WardRow& row);

} // namespace thidua::bench
