#include "store/stampcodec.h"

#include <QtEndian>

namespace thidua::store
{

namespace
{
constexpr qsizetype versionAt = 0;
constexpr qsizetype seqAt = 8;
constexpr qsizetype timeAt = 16;
constexpr qsizetype rankAt = 24;
constexpr qsizetype deviceAt = 28;
constexpr qsizetype authorAt = 44;
} // namespace

void appendStamp(QByteArray& bytes, const merge::Stamp& stamp)
{
    bytes.resize(bytes.size() + stampLength);
    char* to = bytes.data() + bytes.size() - stampLength;
    qToBigEndian(stamp.version, to + versionAt);
    qToBigEndian(stamp.seq, to + seqAt);
    qToBigEndian(stamp.at, to + timeAt);
    qToBigEndian(qint32(stamp.rank), to + rankAt);
    std::memcpy(to + deviceAt, stamp.device.view().data(), 16);
    std::memcpy(to + authorAt, stamp.author.view().data(), 16);
}

QByteArray encodeStamp(const merge::Stamp& stamp)
{
    QByteArray bytes;
    bytes.reserve(stampLength);
    appendStamp(bytes, stamp);
    return bytes;
}

merge::Stamp decodeStamp(QByteArrayView bytes)
{
    if (bytes.size() != stampLength)
        return {};
    const char* from = bytes.data();
    return {.version = qFromBigEndian<qint64>(from + versionAt),
            .device = DeviceId::fromBytes(bytes.sliced(deviceAt, 16)).value_or(DeviceId()),
            .seq = qFromBigEndian<qint64>(from + seqAt),
            .at = qFromBigEndian<qint64>(from + timeAt),
            .rank = qFromBigEndian<qint32>(from + rankAt),
            .author = UserId::fromBytes(bytes.sliced(authorAt, 16)).value_or(UserId())};
}

} // namespace thidua::store
