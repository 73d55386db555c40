#include "merge/published.h"

#include <QCryptographicHash>
#include <QTest>

using namespace thidua;

// The digest of a record as SYNC.md section 4 writes it.
class PublishedTest : public QObject
{
    Q_OBJECT

private:
    static quint64 byTheBook(const RecordId& record, qint64 version)
    {
        QByteArray bytes = record.toBytes();
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes.append(char(quint64(version) >> shift));
        const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        quint64 first = 0;
        for (int i = 0; i < 8; ++i)
            first = first << 8 | quint8(sum[i]);
        return first;
    }

private Q_SLOTS:
    void aDigestIsTheFirstEightBytesOfTheHashOfIdAndVersion()
    {
        for (qint64 version : {qint64(0), qint64(1), qint64(255), qint64(256), qint64(1) << 40}) {
            const auto id = RecordId::named("digest", QByteArray::number(version));
            QCOMPARE(merge::digestOf(id, version), byTheBook(id, version));
        }
    }

    void aDigestIsTheSameOnEveryMachine()
    {
        const auto id = *RecordId::fromText(u"01890a5d-ac96-774b-bcce-b302099a8057");
        QCOMPARE(merge::digestOf(id, 1), quint64(0xbe2c8c2529c408c0u));
        QCOMPARE(merge::digestOf(id, 258), quint64(0xd479677244078668u));
    }
};

QTEST_APPLESS_MAIN(PublishedTest)
#include "tst_published.moc"
