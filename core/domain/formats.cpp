#include "domain/formats.h"

#include "domain/period.h"

#include <QRegularExpression>

#include <array>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static QString padded(int number, int width)
{
    return u"%1"_s.arg(number, width, 10, QLatin1Char('0'));
}

QString shortDate(const QDate& date)
{
    if (!date.isValid())
        return {};
    return padded(date.day(), 2) + u'/' + padded(date.month(), 2) + u'/' + padded(date.year(), 4);
}

QString officialDate(const QDate& date)
{
    if (!date.isValid())
        return {};
    // Days below 10 and the months 1 and 2 get a leading zero, so that no digit can be put before them.
    const QString month = padded(date.month(), date.month() <= 2 ? 2 : 1);
    return u"ngày %1 tháng %2 năm %3"_s.arg(padded(date.day(), 2), month, padded(date.year(), 4));
}

QString shortTime(const QDateTime& time)
{
    if (!time.isValid())
        return {};
    return padded(time.time().hour(), 2) + u':' + padded(time.time().minute(), 2) + u' ' +
           shortDate(time.date());
}

std::optional<QDate> parseDate(QStringView text)
{
    static const QRegularExpression shape(uR"(^\s*([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})\s*$)"_s);
    const auto match = shape.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.captured(4).toInt(), match.captured(3).toInt(), match.captured(1).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

static QString grouped(quint64 number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u'.');
    return digits;
}

// Also right for the lowest of all numbers, whose negative does not exist.
static quint64 magnitude(qint64 value)
{
    return value < 0 ? ~quint64(value) + 1 : quint64(value);
}

QString number(qint64 value)
{
    return (value < 0 ? u"-"_s : QString()) + grouped(magnitude(value));
}

QString hundredths(qint64 value, Decimals decimals)
{
    const quint64 size = magnitude(value);
    const QString whole = (value < 0 ? u"-"_s : QString()) + grouped(size / 100);
    QString part = padded(int(size % 100), 2);
    if (decimals == Decimals::AsNeeded) {
        while (part.endsWith(u'0'))
            part.chop(1);
    }
    return part.isEmpty() ? whole : whole + u',' + part;
}

static std::optional<qint64> toHundredths(bool negative, const QString& whole, QString part)
{
    part = part.leftJustified(2, u'0');
    bool ok = false;
    const qint64 value = ((negative ? u"-"_s : QString()) + whole + part).toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

Result<qint64> parseHundredths(QStringView text)
{
    static const QRegularExpression plain(u"^([-+\u2212]?)([0-9]*)(?:[.,]([0-9]{0,2}))?$"_s);
    static const QRegularExpression withThousands(
        u"^([-+\u2212]?)([0-9]{1,3}(?:\\.[0-9]{3})+)(?:,([0-9]{0,2}))?$"_s);
    const QString trimmed = text.trimmed().toString();
    const bool hasDigit = std::ranges::any_of(trimmed, [](QChar c) { return c >= u'0' && c <= u'9'; });
    for (const QRegularExpression* shape : {&plain, &withThousands}) {
        const auto match = shape->match(trimmed);
        if (!match.hasMatch() || !hasDigit)
            continue;
        const bool negative = !match.captured(1).isEmpty() && match.captured(1) != u"+"_s;
        if (const auto value = toHundredths(negative, match.captured(2).remove(u'.'), match.captured(3)))
            return *value;
        break;
    }
    return {ErrorCode::InvalidValue, u"not a number with at most two decimals"_s};
}

QString periodName(const QString& text)
{
    static constexpr std::array quarters{"I"_L1, "II"_L1, "III"_L1, "IV"_L1};
    const auto period = Period::fromText(text);
    if (!period)
        return text;
    const QString year = padded(period->year, 4);
    switch (period->span) {
    case Period::Span::Year:
        return u"năm "_s + year;
    case Period::Span::Half:
        return u"6 tháng "_s + (period->number == 1 ? u"đầu"_s : u"cuối"_s) + u" năm "_s + year;
    case Period::Span::Quarter:
        return u"quý "_s + quarters[size_t(period->number - 1)] + u'/' + year;
    }
    Q_UNREACHABLE();
}

} // namespace thidua::domain
