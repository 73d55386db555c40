#include "protocol/compression.h"

#include <QFile>
#include <QTest>

using namespace thidua;
using namespace thidua::protocol;

class tst_Compression : public QObject
{
    Q_OBJECT

private:
    static QByteArray text() { return QByteArray("Khối thi đua 19, ").repeated(5000); }
    // How much memory this process has held at most since forgetPeak(), in bytes.
    static void forgetPeak()
    {
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5");
    }
    static qint64 peakMemory()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
        }
        return 0;
    }

private Q_SLOTS:
    void whatWasPackedIsUnpacked_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::newRow("identity") << int(Encoding::Identity);
        QTest::newRow("gzip") << int(Encoding::Gzip);
        QTest::newRow("zstd") << int(Encoding::Zstd);
    }
    void whatWasPackedIsUnpacked()
    {
        QFETCH(int, encoding);
        const auto how = Encoding(encoding);
        for (const QByteArray& plain : {QByteArray(), QByteArray("x"), text()}) {
            const QByteArray packed = compress(plain, how);
            QCOMPARE(decompress(packed, how).valueOr("failed"), plain);
            QVERIFY(how == Encoding::Identity || plain.size() < 100 || packed.size() < plain.size() / 20);
        }
    }

    void theLimitIsExact_data() { whatWasPackedIsUnpacked_data(); }
    void theLimitIsExact()
    {
        QFETCH(int, encoding);
        const auto how = Encoding(encoding);
        const QByteArray plain = text();
        const QByteArray packed = compress(plain, how);
        QCOMPARE(decompress(packed, how, plain.size()).valueOr("failed"), plain);
        QCOMPARE(decompress(packed, how, plain.size() - 1).error().code, ErrorCode::TooLarge);
    }

    void brokenBodiesAreMalformed_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::newRow("gzip") << int(Encoding::Gzip);
        QTest::newRow("zstd") << int(Encoding::Zstd);
    }
    void brokenBodiesAreMalformed()
    {
        QFETCH(int, encoding);
        const auto how = Encoding(encoding);
        const QByteArray packed = compress(text(), how);
        QCOMPARE(decompress({}, how).error().code, ErrorCode::Malformed);
        QCOMPARE(decompress("not packed at all", how).error().code, ErrorCode::Malformed);
        QCOMPARE(decompress(packed + "x", how).error().code, ErrorCode::Malformed);
        for (qsizetype size = 0; size < packed.size(); ++size)
            QCOMPARE(decompress(packed.first(size), how).error().code, ErrorCode::Malformed);
    }

    // X17: a small body that claims, or becomes, gigabytes.
    void bombsEndAtTheLimit_data() { brokenBodiesAreMalformed_data(); }
    void bombsEndAtTheLimit()
    {
        QFETCH(int, encoding);
        const auto how = Encoding(encoding);
        const QByteArray bomb = compress(QByteArray(100 << 20, '\0'), how);
        QVERIFY(bomb.size() < maxCompressed);
        forgetPeak();
        const qint64 before = peakMemory();
        QCOMPARE(decompress(bomb, how).error().code, ErrorCode::TooLarge);
        QVERIFY2(before < 80 << 20, "the packed zeros are gone from memory, or the next line proves nothing");
        QVERIFY(peakMemory() - before < 4 * maxPlain);
    }

    void aWindowBeyondEightMebibytesIsRefused()
    {
        // Magic, no content size, window descriptor of 2^31 bytes, an empty last raw block.
        const QByteArray frame = QByteArray::fromHex("28b52ffd00a8010000");
        QCOMPARE(decompress(frame, Encoding::Zstd).error().code, ErrorCode::Malformed);
    }

    void theBestEncodingOfferedIsTaken()
    {
        QCOMPARE(bestOf("gzip, zstd"), Encoding::Zstd);
        QCOMPARE(bestOf("gzip;q=1.0, br"), Encoding::Gzip);
        QCOMPARE(bestOf("zstd;q=0, GZIP"), Encoding::Gzip);
        QCOMPARE(bestOf("br, identity"), Encoding::Identity);
        QCOMPARE(bestOf(""), Encoding::Identity);
    }

    void namesOfEncodingsAreKnown()
    {
        QCOMPARE(encodingFromHeader("ZSTD ").valueOr(Encoding::Identity), Encoding::Zstd);
        QCOMPARE(encodingFromHeader("").valueOr(Encoding::Gzip), Encoding::Identity);
        QCOMPARE(encodingFromHeader("br").error().code, ErrorCode::Malformed);
        QCOMPARE(encodingFromHeader("gzip, gzip").error().code, ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(tst_Compression)
#include "tst_compression.moc"
