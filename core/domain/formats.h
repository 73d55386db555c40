#pragma once

#include "base/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

// Dates, numbers and periods as Vietnamese offices write them, on every platform and in every locale.
namespace thidua::domain
{

[[nodiscard]] QString shortDate(const QDate& date);     // 21/03/2023; empty for an invalid one
[[nodiscard]] QString officialDate(const QDate& date);  // ngày 21 tháng 3 năm 2023
[[nodiscard]] QString shortTime(const QDateTime& time); // 17:05 21/03/2023; the caller chose the time zone
[[nodiscard]] std::optional<QDate> parseDate(QStringView text); // 21/3/2023, 21-03-2023, 21.3.2023

enum class Decimals { AsNeeded, Two };
[[nodiscard]] QString number(qint64 value);                                             // 1.234.567
[[nodiscard]] QString hundredths(qint64 value, Decimals decimals = Decimals::AsNeeded); // 1.234.567,5
// What people type into score fields. Comma and point are both decimal marks, because many numeric keypads
// offer only the point; at most two digits stand behind them. Points that set off thousands are understood
// where they can mean nothing else: "1.234", "1.234.567,5". Errors: InvalidValue.
[[nodiscard]] Result<qint64> parseHundredths(QStringView text);

// quý I/2023, 6 tháng đầu năm 2023, năm 2023; other texts as they are.
[[nodiscard]] QString periodName(const QString& period);

} // namespace thidua::domain
