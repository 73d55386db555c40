#include "domain/period.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static int partsOf(Period::Span span)
{
    return span == Period::Span::Year ? 1 : span == Period::Span::Half ? 2 : 4;
}

static std::optional<int> digits(QStringView text)
{
    int number = 0;
    for (QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

std::optional<Period> Period::fromText(QStringView text)
{
    const auto year = digits(text.left(4));
    if (!year || *year == 0 || (text.size() != 4 && text.size() != 7))
        return std::nullopt;
    if (text.size() == 4)
        return Period{*year, Span::Year, 1};
    const Span span = text[5] == u'H' ? Span::Half : Span::Quarter;
    const auto number = digits(text.mid(6));
    const bool known = text[4] == u'-' && (text[5] == u'H' || text[5] == u'Q');
    if (!known || !number || *number < 1 || *number > partsOf(span))
        return std::nullopt;
    return Period{*year, span, *number};
}

QString Period::text() const
{
    const QString years = u"%1"_s.arg(year, 4, 10, QLatin1Char('0'));
    if (span == Span::Year)
        return years;
    return years + (span == Span::Half ? "-H"_L1 : "-Q"_L1) + QString::number(number);
}

QDate Period::firstDay() const
{
    const int months = 12 / partsOf(span);
    return {year, (number - 1) * months + 1, 1};
}

QDate Period::lastDay() const
{
    const int months = 12 / partsOf(span);
    const QDate lastMonth(year, number * months, 1);
    return lastMonth.addDays(lastMonth.daysInMonth() - 1);
}

Period Period::previous() const
{
    if (number > 1)
        return {year, span, number - 1};
    return {year - 1, span, partsOf(span)};
}

int yearOfPeriod(QStringView text)
{
    const auto period = Period::fromText(text);
    return period ? period->year : 0;
}

QString previousPeriod(QStringView text)
{
    const auto period = Period::fromText(text);
    return period && period->year > 1 ? period->previous().text() : QString();
}

} // namespace thidua::domain
