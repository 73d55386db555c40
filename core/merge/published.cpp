#include "merge/published.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace thidua::merge
{

static quint64 firstOf(QByteArrayView bytes)
{
    const auto sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(sum.constData());
}

quint64 digestOf(const RecordId& record, qint64 version)
{
    std::array<char, 24> bytes;
    std::memcpy(bytes.data(), record.view().data(), 16);
    qToBigEndian(version, bytes.data() + 16);
    return firstOf(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

quint64 digestOfAll(const QMap<QString, quint64>& sums)
{
    quint64 all = 0;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
        std::array<char, 8> number;
        qToBigEndian(sum.value(), number.data());
        all += firstOf(sum.key().toUtf8().append(number.data(), qsizetype(number.size())));
    }
    return all;
}

} // namespace thidua::merge
