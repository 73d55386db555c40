#include "base/valuecodec.h"

#include <QTest>

#include <limits>

using namespace thidua;
using namespace Qt::StringLiterals;

// What is written: round trips and the one deterministic form. Foreign input: tst_valuecodecinput.cpp.
class ValueCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueComesBackAsItWas_data();
    void aValueComesBackAsItWas();
    void theFormIsTheOneOfRfc8949_data();
    void theFormIsTheOneOfRfc8949();
    void shorterNamesComeFirstThenByBytes();
    void aRowHasNoHeaderAndComesBackWhole();
    void aRowOfAnotherLengthIsRefused();
};

void ValueCodecTest::aValueComesBackAsItWas_data()
{
    QTest::addColumn<Value>("value");
    const qint64 edges[] = {0,          23,         24, 255, 256, 65535, 65536,
                            4294967295, 4294967296, -1, -24, -25, -256,  -257};
    for (const qint64 edge : edges)
        QTest::addRow("%lld", edge) << Value(edge);
    QTest::newRow("largest") << Value(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest") << Value(std::numeric_limits<qint64>::min());
    QTest::newRow("null") << Value();
    QTest::newRow("true") << Value(true);
    QTest::newRow("false") << Value(false);
    QTest::newRow("empty text") << Value(QString());
    QTest::newRow("Vietnamese") << Value(u"Khối thi đua 19: ế, ỗ, đ"_s);
    QTest::newRow("beyond the BMP") << Value(u"🏅"_s);
    QTest::newRow("leading byte order mark") << Value(u"\uFEFFdán từ tệp"_s);
    QTest::newRow("replacement character") << Value(u"\uFFFD"_s);
    QTest::newRow("zero inside") << Value(QString(u"a\0b"_s));
    QTest::newRow("longest text") << Value(QString(codec::maxText, u'a'));
    QTest::newRow("longest bytes") << Value(QByteArray(codec::maxText, '\xff'));
    QTest::newRow("empty list") << Value(Value::List{});
    QTest::newRow("mixed list") << Value(
        Value::List{Value(), true, 1, u"a"_s, QByteArray("b"), Value::List{}});
}

void ValueCodecTest::aValueComesBackAsItWas()
{
    QFETCH(const Value, value);
    const Fields fields{{u"field"_s, value}};

    const auto back = codec::decodeFields(codec::encode(fields));

    QVERIFY2(back, qPrintable(back.error().detail));
    QCOMPARE(back->value(u"field"_s), value);
    QCOMPARE(*back, fields);
}

void ValueCodecTest::theFormIsTheOneOfRfc8949_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("small") << Value(10) << QByteArray("0a");
    QTest::newRow("two bytes") << Value(1000) << QByteArray("1903e8");
    QTest::newRow("negative") << Value(-500) << QByteArray("3901f3");
    QTest::newRow("largest") << Value(std::numeric_limits<qint64>::max()) << QByteArray("1b7fffffffffffffff");
    QTest::newRow("smallest") << Value(std::numeric_limits<qint64>::min())
                              << QByteArray("3b7fffffffffffffff");
    QTest::newRow("null") << Value() << QByteArray("f6");
    QTest::newRow("true") << Value(true) << QByteArray("f5");
    QTest::newRow("text") << Value(u"ü"_s) << QByteArray("62c3bc");
    QTest::newRow("bytes") << Value(QByteArray::fromHex("01ff")) << QByteArray("4201ff");
    QTest::newRow("list") << Value(Value::List{1, Value::List{2, 3}}) << QByteArray("8201820203");
}

void ValueCodecTest::theFormIsTheOneOfRfc8949()
{
    QFETCH(const Value, value);
    QFETCH(const QByteArray, hex);
    QCOMPARE(codec::encodeRow({value}).toHex(), hex);
    QCOMPARE(codec::encode({{u"a"_s, value}}).toHex(), "a16161" + hex);
}

void ValueCodecTest::shorterNamesComeFirstThenByBytes()
{
    // U+FF21 stands before U+10000 in UTF-8, but after it in UTF-16.
    const Fields fields{{u"bb"_s, 1}, {u"aaa"_s, 2},        {u"c"_s, 3},
                        {u"ba"_s, 4}, {u"\U00010000"_s, 5}, {u"Ａa"_s, 6}};

    QCOMPARE(codec::encode(fields).toHex(), QByteArray("a6"
                                                       "616303"
                                                       "62626104"
                                                       "62626201"
                                                       "6361616102"
                                                       "64efbca16106"
                                                       "64f090808005"));
}

void ValueCodecTest::aRowHasNoHeaderAndComesBackWhole()
{
    const QList<Value> row{1, Value(), u"a"_s, Value::List{Value::List{Value::List{Value::List{}}}}};

    const QByteArray bytes = codec::encodeRow(row);

    QCOMPARE(bytes.toHex(), QByteArray("01f6616181818180"));
    QCOMPARE(*codec::decodeRow(bytes, row.size()), row);
    QVERIFY(codec::decodeRow(QByteArray(), 0)->isEmpty());
}

void ValueCodecTest::aRowOfAnotherLengthIsRefused()
{
    const QByteArray bytes = codec::encodeRow({1, 2, 3});
    QCOMPARE(codec::decodeRow(bytes, 2).error().code, ErrorCode::Malformed);
    QCOMPARE(codec::decodeRow(bytes, 4).error().code, ErrorCode::Malformed);
}

QTEST_APPLESS_MAIN(ValueCodecTest)
#include "tst_valuecodec.moc"
