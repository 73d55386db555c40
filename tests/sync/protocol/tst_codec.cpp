#include "protocol/codec.h"

#include "base/valuecodec.h"
#include "domain/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thidua;
using namespace thidua::protocol;
using namespace Qt::StringLiterals;

namespace
{

const RecordId record = RecordId::named("t", "record");
const RecordId unit = RecordId::named("t", "unit");
const DeviceId device = DeviceId::named("t", "device");
const UserId author = UserId::named("t", "author");

PullAnswer page()
{
    const Fields values{
        {name::unit, unit}, {name::period, u"2025"_s}, {name::value, Value(-7)}, {name::note, Value()}};
    merge::PublishedTable table;
    table.kind = kind::report;
    table.columns = QStringList(values.keys());
    table.stamps = {{3, device, 9, 1700, 20, author}, {2, device, 4, 1600, 10, author}};
    table.rows = {{record, u"unit/"_s + unit.toText(), 12, 3, 0, codec::encodeRow(values.values())}};
    table.mixed = {{record, name::note, 1}};
    table.siblings = {{record, name::value, Value(5), 1}};
    table.moved = {unit};
    return {u"1.abc"_s,
            1701,
            {{u"city"_s, 4}},
            {u"block/x"_s},
            {u"city"_s},
            {table},
            false,
            {{u"city"_s, 0xfedcba9876543210u}}};
}

PushRequest push()
{
    merge::Edit edit{.device = {},
                     .seq = 1,
                     .at = 1700,
                     .seen = 2,
                     .seenEpoch = 0,
                     .record = record,
                     .kind = kind::report,
                     .set = {{name::unit, unit}, {name::note, u"\"Tiếng Việt\"\n"_s}},
                     .together = TogetherId::named("t", "together")};
    return {u"1.abc"_s, {{edit, u"0.old"_s}}};
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("cbor") << int(Format::Cbor);
        QTest::newRow("json") << int(Format::Json);
    }

    void aPageComesBackAsItWas_data() { formats_data(); }
    void aPageComesBackAsItWas()
    {
        QFETCH(int, format);
        const QByteArray bytes = encode(page(), Format(format));
        const auto back = decode<PullAnswer>(bytes, Format(format));
        QVERIFY2(back, qPrintable(back.error().detail));
        const PullAnswer wanted = page();
        QCOMPARE(back->epoch, wanted.epoch);
        QCOMPARE(back->time, wanted.time);
        QCOMPARE(back->channels, wanted.channels);
        QCOMPARE(back->gone, wanted.gone);
        QCOMPARE(back->offer, wanted.offer);
        QCOMPARE(back->digests, wanted.digests);
        const auto& table = back->tables.first();
        QCOMPARE(table.columns, wanted.tables.first().columns);
        QVERIFY(table.stamps == wanted.tables.first().stamps);
        QCOMPARE(table.rows.first().body, wanted.tables.first().rows.first().body);
        QCOMPARE(table.rows.first().channel, wanted.tables.first().rows.first().channel);
        QCOMPARE(table.mixed.first().field, QString(name::note));
        QVERIFY(table.siblings.first().value == Value(5));
        QCOMPARE(table.moved.first(), unit);
        QCOMPARE(encode(*back, Format(format)), bytes);
    }

    void aPushComesBackAsItWas_data() { formats_data(); }
    void aPushComesBackAsItWas()
    {
        QFETCH(int, format);
        const auto back = decode<PushRequest>(encode(push(), Format(format)), Format(format));
        QVERIFY2(back, qPrintable(back.error().detail));
        QVERIFY(back->edits.first().edit == push().edits.first().edit);
        QCOMPARE(back->edits.first().epoch, u"0.old"_s);
    }

    void everyCutOfAPageIsRefused()
    {
        const QByteArray bytes = encode(page(), Format::Cbor);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!decode<PullAnswer>(bytes.left(size), Format::Cbor), qPrintable(QString::number(size)));
    }

    void badJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << u"malformed"_s;
        QTest::newRow("twice") << QByteArray(R"({"epoch":"1.a","epoch":"1.a","edits":[]})") << u"malformed"_s;
        QTest::newRow("float") << QByteArray(R"({"epoch":"1.a","edits":[{"seq":1.5}]})") << u"malformed"_s;
        QTest::newRow("2^63") << QByteArray(R"({"epoch":"1.a","edits":[{"seq":9223372036854775808}]})")
                              << u"invalid-value"_s;
        QTest::newRow("deep") << QByteArray(100000, '[') << u"too-large"_s;
        QTest::newRow("surrogate") << QByteArray(R"({"epoch":"\ud800","edits":[]})") << u"malformed"_s;
        QTest::newRow("behind") << QByteArray(R"({"epoch":"1.a","edits":[]} x)") << u"malformed"_s;
        QTest::newRow("no edits") << QByteArray(R"({"epoch":"1.a"})") << u"malformed"_s;
        QTest::newRow("trailing comma") << QByteArray(R"({"epoch":"1.a","edits":[],})") << u"malformed"_s;
        QTest::newRow("utf8") << QByteArray("{\"epoch\":\"\xff\",\"edits\":[]}") << u"malformed"_s;
    }
    void badJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto decoded = decode<PushRequest>(body, Format::Json);
        QVERIFY(!decoded);
        QCOMPARE(QString(codeName(decoded.error().code)), code);
    }

    void aLieAboutSizesReservesNoMemory()
    {
        QVERIFY(!decode<PushRequest>(QByteArray::fromHex("9bffffffffffffffff"), Format::Cbor));
        QVERIFY(!decode<PullAnswer>(QByteArray::fromHex("bb7fffffffffffffff"), Format::Cbor));
        QVERIFY(!decode<PushRequest>(QByteArray::fromHex("5b7fffffffffffffff"), Format::Cbor));
    }

    void theSchemaIsPublishedInItsFixedShape()
    {
        const QJsonObject schema = QJsonDocument::fromJson(schemaJson(domain::Schema::current())).object();
        QCOMPARE(schema["version"_L1].toInt(), 1);
        QJsonObject report;
        for (const QJsonValue& kind : schema["kinds"_L1].toArray()) {
            if (kind["kind"_L1] == kind::report)
                report = kind.toObject();
        }
        QCOMPARE(report["channel"_L1].toString(), u"unit"_s);
        const QJsonObject subject = report["groups"_L1].toArray().first().toObject();
        QCOMPARE(subject["policy"_L1].toString(), u"role"_s);
        const QJsonObject field = subject["fields"_L1].toArray().first().toObject();
        QCOMPARE(field["name"_L1].toString(), u"unit"_s);
        QCOMPARE(field["type"_L1].toString(), u"reference(unit)"_s);
        QCOMPARE(field["required"_L1].toBool(), true);
        QCOMPARE(field["write"_L1].toArray().first().toString(), u"officer"_s);
        QCOMPARE(field["states"_L1].toArray().size(), 3);
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
