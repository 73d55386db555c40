#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{
class StoppedClock final : public Clock
{
public:
    explicit StoppedClock(Instant instant)
        : m_instant(instant)
    {
    }
    [[nodiscard]] Instant now() const override { return m_instant; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }

private:
    Instant m_instant;
};
} // namespace

static_assert(!std::is_convertible_v<DeviceId, RecordId> && !std::is_constructible_v<DeviceId, RecordId>,
              "an id knows what it names");

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdGoesThroughTextAndBytesUnchanged();
    void capitalsAreReadAndSmallLettersWritten();
    void otherTextsAreNotIds_data();
    void otherTextsAreNotIds();
    void otherLengthsOfBytesAreNotIds();
    void aFreshIdIsAUuidOfVersion7WithTheClocksTime();
    void laterIdsSortAfterEarlierOnes();
    void idsOfOneMillisecondDiffer();
    void anIdFromANameIsAlwaysTheSame();
    void spaceAndNameAreKeptApart();
    void theDefaultIsNullAndSortsFirst();
};

void IdTest::anIdGoesThroughTextAndBytesUnchanged()
{
    const auto text = u"0192f0c1-2a3b-7c4d-8e5f-0123456789ab"_s;

    const auto id = RecordId::fromText(text);

    QVERIFY(id);
    QCOMPARE(id->toText(), text);
    QCOMPARE(id->toBytes(), QByteArray::fromHex("0192f0c12a3b7c4d8e5f0123456789ab"));
    QCOMPARE(RecordId::fromBytes(id->toBytes()), id);
    QCOMPARE(id->view(), QByteArrayView(id->toBytes()));
}

void IdTest::capitalsAreReadAndSmallLettersWritten()
{
    const auto id = RecordId::fromText(u"ABCDEF00-0000-0000-0000-00000000000F");

    QVERIFY(id);
    QCOMPARE(id->toText(), u"abcdef00-0000-0000-0000-00000000000f"_s);
}

void IdTest::otherTextsAreNotIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one digit short") << u"0192f0c1-2a3b-7c4d-8e5f-0123456789a"_s;
    QTest::newRow("one digit more") << u"0192f0c1-2a3b-7c4d-8e5f-0123456789abc"_s;
    QTest::newRow("no dashes") << u"0192f0c12a3b7c4d8e5f0123456789ab"_s;
    QTest::newRow("dash elsewhere") << u"0192f0c-12a3b-7c4d-8e5f-0123456789ab"_s;
    QTest::newRow("digit for a dash") << u"0192f0c1a2a3b-7c4d-8e5f-0123456789ab"_s;
    QTest::newRow("not hexadecimal") << u"0192f0c1-2a3b-7c4d-8e5f-0123456789ag"_s;
    QTest::newRow("braces") << u"{0192f0c1-2a3b-7c4d-8e5f-012345678}"_s;
    QTest::newRow("digits of another script") << u"٠192f0c1-2a3b-7c4d-8e5f-0123456789ab"_s;
}

void IdTest::otherTextsAreNotIds()
{
    QFETCH(const QString, text);
    QVERIFY(!RecordId::fromText(text));
}

void IdTest::otherLengthsOfBytesAreNotIds()
{
    QVERIFY(!RecordId::fromBytes(QByteArray()));
    QVERIFY(!RecordId::fromBytes(QByteArray(15, 'x')));
    QVERIFY(!RecordId::fromBytes(QByteArray(17, 'x')));
}

void IdTest::aFreshIdIsAUuidOfVersion7WithTheClocksTime()
{
    SeededRandom random(1);

    const QByteArray bytes = RecordId::create(StoppedClock(0x0192f0c12a3b), random).toBytes();

    QCOMPARE(bytes.first(6), QByteArray::fromHex("0192f0c12a3b"));
    QCOMPARE(uchar(bytes[6]) >> 4, 7);
    QCOMPARE(uchar(bytes[8]) >> 6, 2);
}

void IdTest::laterIdsSortAfterEarlierOnes()
{
    SeededRandom random(1);
    RecordId earlier = RecordId::create(StoppedClock(1'700'000'000'000), random);
    for (Instant now = 1'700'000'000'001; now < 1'700'000'000'600; ++now) {
        const RecordId later = RecordId::create(StoppedClock(now), random);
        QVERIFY(earlier < later);
        QVERIFY(earlier.toText() < later.toText());
        earlier = later;
    }
}

void IdTest::idsOfOneMillisecondDiffer()
{
    SeededRandom random(1);
    QSet<RecordId> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(RecordId::create(StoppedClock(1'700'000'000'000), random));
    QCOMPARE(ids.size(), 1000);
}

// Ids of sample and imported data are written down elsewhere: this value must never change.
void IdTest::anIdFromANameIsAlwaysTheSame()
{
    QCOMPARE(RecordId::named("unit", "26734").toText(), u"3cc7ca8e-a9ca-8030-9263-6df2a9b68fc7"_s);
}

void IdTest::spaceAndNameAreKeptApart()
{
    QVERIFY(RecordId::named("unit", "1") != RecordId::named("block", "1"));
    QVERIFY(RecordId::named("a", "bc") != RecordId::named("ab", "c"));
}

void IdTest::theDefaultIsNullAndSortsFirst()
{
    QVERIFY(RecordId().isNull());
    QVERIFY(!RecordId::named("unit", "1").isNull());
    QVERIFY(RecordId() < RecordId::named("unit", "1"));
    QCOMPARE(RecordId().toText(), u"00000000-0000-0000-0000-000000000000"_s);
}

QTEST_APPLESS_MAIN(IdTest)
#include "tst_id.moc"
