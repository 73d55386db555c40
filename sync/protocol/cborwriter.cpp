#include "protocol/cborwriter.h"

#include <QtEndian>

namespace thidua::protocol
{

template<typename Number>
static void appendNumber(QByteArray& out, char first, quint64 argument)
{
    char bytes[1 + sizeof(Number)];
    bytes[0] = first;
    qToBigEndian(Number(argument), bytes + 1);
    out.append(bytes, sizeof bytes);
}

void CborWriter::head(int major, quint64 argument)
{
    const auto first = char(major << 5);
    if (argument < 24)
        m_out.append(char(first | char(argument)));
    else if (argument <= 0xff)
        appendNumber<quint8>(m_out, char(first | 24), argument);
    else if (argument <= 0xffff)
        appendNumber<quint16>(m_out, char(first | 25), argument);
    else if (argument <= 0xffffffff)
        appendNumber<quint32>(m_out, char(first | 26), argument);
    else
        appendNumber<quint64>(m_out, char(first | 27), argument);
}

} // namespace thidua::protocol
