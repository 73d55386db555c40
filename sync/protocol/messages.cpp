#include "protocol/messages.h"

namespace thidua::protocol
{

qint64 epochNumber(const EpochName& name)
{
    return name.section(u'.', 0, 0).toLongLong();
}

QString digestText(quint64 digest)
{
    return QStringLiteral("%1").arg(digest, 16, 16, QLatin1Char('0'));
}

} // namespace thidua::protocol
