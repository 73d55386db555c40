#include "store/headcodec.h"
#include "store/stampcodec.h"

#include <QTest>

using namespace thidua;
using namespace thidua::store;
using namespace Qt::StringLiterals;

class HeadCodecTest : public QObject
{
    Q_OBJECT

private:
    static merge::Stamp stamp(qint64 version)
    {
        return {version, DeviceId::named("codec", "device"), version * 3, -7,
                30,      UserId::named("codec", "user")};
    }

private Q_SLOTS:
    void stampsComeBackAndOrderByVersion()
    {
        for (qint64 version : {qint64(1), qint64(255), qint64(256), qint64(1) << 40}) {
            const QByteArray bytes = encodeStamp(stamp(version));
            QCOMPARE(bytes.size(), stampLength);
            QCOMPARE(decodeStamp(bytes), stamp(version));
            QVERIFY(encodeStamp(stamp(version - 1)) < bytes);
        }
        QCOMPARE(decodeStamp("short"), merge::Stamp());
    }

    void headsComeBack()
    {
        const QList<HeadPart> parts{{u"kết quả"_s, stamp(2), true, {}},
                                    {u"note"_s, stamp(3), false, {{u"note"_s, u"một"_s}, {u"b"_s, Value()}}},
                                    {u""_s, stamp(4), false, {}}};
        QCOMPARE(*decodeHeads(encodeHeads(parts)), parts);
        QVERIFY(encodeHeads({}).isNull());
        QVERIFY(decodeHeads({})->isEmpty());
    }

    void whatIsCutOffIsCorrupt()
    {
        const QByteArray bytes = encodeHeads({{u"note"_s, stamp(3), false, {{u"note"_s, u"một"_s}}}});
        for (qsizetype size = 1; size < bytes.size(); ++size)
            QCOMPARE(decodeHeads(QByteArrayView(bytes).first(size)).error().code, ErrorCode::StorageCorrupt);
    }
};

QTEST_APPLESS_MAIN(HeadCodecTest)
#include "tst_headcodec.moc"
