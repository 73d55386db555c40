#pragma once

#include "base/value.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

// Between the values of fields and the types of domain structs. What is not set is a null value.
namespace thidua::domain
{

// The texts of an enum's values, as they stand in the schema.
template<typename Enum>
struct Choice {
    Enum value;
    QLatin1String name;
};

template<typename Enum, size_t count>
[[nodiscard]] QLatin1String choiceName(const std::array<Choice<Enum>, count>& choices, Enum value)
{
    const auto found = std::ranges::find(choices, value, &Choice<Enum>::value);
    return found == choices.end() ? QLatin1String() : found->name;
}

// Nothing for null and for a choice of a newer version.
template<typename Enum, size_t count>
[[nodiscard]] std::optional<Enum> choiceOf(const std::array<Choice<Enum>, count>& choices, const Value& value)
{
    const QString text = value.toText();
    const auto found = std::ranges::find_if(choices, [&](const auto& choice) { return choice.name == text; });
    return found == choices.end() ? std::nullopt : std::optional(found->value);
}

[[nodiscard]] Value toValue(const QString& text); // null when empty
[[nodiscard]] Value toValue(const QDate& date);   // null when invalid
[[nodiscard]] Value toValue(const RecordId& id);  // null when null
[[nodiscard]] Value toValue(const std::optional<qint64>& number);
[[nodiscard]] Value toValue(const QStringList& texts);
[[nodiscard]] Value toValue(const QList<RecordId>& ids);
[[nodiscard]] Value toValue(const QList<qint64>& numbers);

[[nodiscard]] QDate dateOf(const Value& value);
[[nodiscard]] std::optional<qint64> numberOf(const Value& value);
[[nodiscard]] QStringList textsOf(const Value& value);
[[nodiscard]] QList<RecordId> idsOf(const Value& value);
[[nodiscard]] QList<qint64> numbersOf(const Value& value);

// Leaves out the groups of the kind of which nothing is set, so that a new record says only what it knows.
[[nodiscard]] Fields withoutEmptyGroups(QLatin1String kind, Fields fields);

} // namespace thidua::domain
