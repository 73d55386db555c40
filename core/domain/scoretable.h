#pragma once

#include "base/value.h"

#include <QDate>

#include <optional>

namespace thidua::domain
{

// The scale by which a block's units are scored in a year. Points are hundredths.
struct ScoreTable {
    RecordId id;
    QString name;
    int year = 0;
    RecordId block;
    RecordId movement; // null: the block's general table
    std::optional<qint64> bonusCap;
    std::optional<qint64> penaltyCap;
    QDate dueOn;
    bool illustration = false;
    QList<RecordId> legalBasis;
    bool deleted = false;

    [[nodiscard]] static ScoreTable fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const ScoreTable&, const ScoreTable&) = default;
};

// The table by which a block is scored in a year: its general one. Null if there is none yet.
[[nodiscard]] std::optional<ScoreTable> generalTable(const QList<ScoreTable>& tables, const RecordId& block,
                                                     int year);

enum class CriterionKind { Base, Bonus, Penalty };
enum class Scoring { Quantity, YesNo, Graded };

// One line of a score table.
struct Criterion {
    RecordId id;
    RecordId scoreTable;
    RecordId block;
    QString group;  // "I" … "VI"
    int number = 0; // its order in the table
    QString name;
    QString groupName;
    CriterionKind kind = CriterionKind::Base;
    Scoring scoring = Scoring::Graded;
    std::optional<qint64> maxPoints; // nothing: unlimited
    QString measure;                 // the unit of the result: "%", "lượt"
    RecordId movement;
    bool deleted = false;

    [[nodiscard]] static Criterion fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Criterion&, const Criterion&) = default;
};

} // namespace thidua::domain
