#pragma once

#include "base/value.h"

#include <optional>

namespace thidua::domain
{

enum class Comparator { AtLeast, AtMost, BetterValue, BetterClassAndRank, Completed };

// What is to be reached in a period (chỉ tiêu), measured against a threshold or against the year before.
struct Target {
    RecordId id;
    QString name;
    QString indicator; // "PCI"
    RecordId movement;
    Comparator comparator = Comparator::Completed;
    std::optional<qint64> threshold; // hundredths
    QString measure;
    std::optional<qint64> baseline; // hundredths
    std::optional<qint64> rank;     // of the baseline
    QString period;
    QString note;
    bool deleted = false;

    [[nodiscard]] static Target fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Target&, const Target&) = default;
};

} // namespace thidua::domain
