#include "protocol/messages.h"

namespace thidua::protocol
{

qint64 epochNumber(const EpochName& name)
{
    const qsizetype dot = name.indexOf(u'.');
    const qint64 number = dot < 0 ? 0 : QStringView(name).left(dot).toLongLong();
    return number > 0 ? number : 0;
}

QString digestText(quint64 digest)
{
    return QStringLiteral("%1").arg(digest, 16, 16, QLatin1Char('0'));
}

} // namespace thidua::protocol
