#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace thidua::domain
{

// What a report, a target or a standing is about: a year, a half or a quarter. As text in fields: "2023",
// "2023-H1", "2023-Q1".
struct Period {
    enum class Span { Year, Half, Quarter };

    int year = 0;
    Span span = Span::Year;
    int number = 1; // which half or quarter

    [[nodiscard]] static std::optional<Period> fromText(QStringView text);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QDate firstDay() const;
    [[nodiscard]] QDate lastDay() const;
    // The one of equal span before it: "2023-Q1" after "2022-Q4".
    [[nodiscard]] Period previous() const;

    friend bool operator==(const Period&, const Period&) = default;
};

// The year that a period's text names; 0 for other texts.
[[nodiscard]] int yearOfPeriod(QStringView text);
// The text of the period before it; empty for other texts.
[[nodiscard]] QString previousPeriod(QStringView text);

} // namespace thidua::domain
