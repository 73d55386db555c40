#include "merge/published.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace thidua::merge
{

quint64 digestOf(const RecordId& record, qint64 version)
{
    std::array<char, 24> bytes;
    std::memcpy(bytes.data(), record.view().data(), 16);
    qToBigEndian(version, bytes.data() + 16);
    const auto sum = QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())),
                                              QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(sum.constData());
}

} // namespace thidua::merge
