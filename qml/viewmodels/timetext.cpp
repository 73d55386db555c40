#include "viewmodels/timetext.h"

#include "domain/formats.h"

#include <QCoreApplication>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{
struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};
} // namespace

static QDateTime localTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant);
}

QString timeText(Instant instant, Instant now)
{
    const QDateTime time = localTime(instant);
    return time.date() == localTime(now).date() ? time.toString(u"HH:mm"_s) : domain::shortTime(time);
}

QString whenText(Instant instant)
{
    return domain::shortTime(localTime(instant));
}

QString asOfText(Instant instant)
{
    const QDateTime time = localTime(instant);
    return TimeText::tr("As of %1 on %2").arg(time.toString(u"HH:mm"_s), domain::shortDate(time.date()));
}

QString spanText(qint64 milliseconds)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 span = std::abs(milliseconds);
    const auto text = [](qint64 count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(count);
    };
    if (span >= 2 * day)
        return text(span / day, TimeText::tr("1 day"), TimeText::tr("%1 days"));
    if (span >= 2 * hour)
        return text(span / hour, TimeText::tr("1 hour"), TimeText::tr("%1 hours"));
    return text(std::max<qint64>(1, span / minute), TimeText::tr("1 minute"), TimeText::tr("%1 minutes"));
}

} // namespace thidua::viewmodels
