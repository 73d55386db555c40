#include "base/random.h"
#include "base/valuecodec.h"

#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;

// What may arrive from a stranger: each is refused with its code, nothing is guessed, nothing crashes.
class ValueCodecInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignInputIsRefused_data();
    void foreignInputIsRefused();
    void otherFormsOfTheSameValueAreRead_data();
    void otherFormsOfTheSameValueAreRead();
    void everyTruncationIsRefused();
    void noisyInputIsRefusedOrReadButNeverMore();
};

static QByteArray nested(int lists)
{
    return QByteArray("a16161") + QByteArray("81").repeated(lists - 1) + "80";
}

static QByteArray length(const QByteArray& type, qsizetype size)
{
    return type + QByteArray::number(size, 16).rightJustified(4, '0');
}

void ValueCodecInputTest::foreignInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, const QByteArray& hex, ErrorCode code = ErrorCode::Malformed) {
        QTest::newRow(name) << hex << code;
    };
    row("nothing", "");
    row("not a map", "8101");
    row("number", "01");
    row("half float", "a16161f93c00");
    row("float", "a16161fa47c35000");
    row("double", "a16161fb3ff199999999999a");
    row("tag on a value", "a16161c11a514b67b0");
    row("tag on the map", "d9d9f7a0");
    row("map as a value", "a16161a0");
    row("undefined", "a16161f7");
    row("simple value", "a16161f8ff");
    row("reserved", "a161611c");
    row("lone break", "a16161ff");
    row("number as a name", "a10102");
    row("bytes as a name", "a1416101");
    row("name without value", "a16161");
    row("a field twice", "a2616101616102");
    row("bytes after the map", "a1616101"
                               "00");
    row("two maps", "a0a0");
    row("UTF-8: continuation alone", "a161616180");
    row("UTF-8: cut short", "a1616162e1bb");
    row("UTF-8: overlong", "a1616162c0af");
    row("UTF-8: surrogate", "a1616163eda080");
    row("UTF-8: beyond Unicode", "a1616164f4908080");
    row("UTF-8: in a name", "a161ff01");
    row("UTF-8: in chunks", "a161617f61c361ffff");
    row("chunk of the other kind", "a161617f4161ff");
    row("2^63", "a161611b8000000000000000", ErrorCode::InvalidValue);
    row("2^64 - 1", "a161611bffffffffffffffff", ErrorCode::InvalidValue);
    row("-2^63 - 1", "a161613b8000000000000000", ErrorCode::InvalidValue);
    row("-2^64", "a161613bffffffffffffffff", ErrorCode::InvalidValue);
    row("lists nested too deep", nested(codec::maxNesting + 1), ErrorCode::TooLarge);
    row("lists nested absurdly deep", nested(100'000), ErrorCode::TooLarge);
    row("text one byte too long",
        "a16161" + length("79", codec::maxText + 1) + QByteArray("61").repeated(codec::maxText + 1),
        ErrorCode::TooLarge);
    row("bytes that claim 2^40", "a161615b0000010000000000", ErrorCode::TooLarge);
    row("text that claims 2^62", "a161617b4000000000000000", ErrorCode::TooLarge);
    row("open map", "bf616101ff");
    row("open list", "a161619f0102ff");
    row("text in chunks", "a161617f626162616360ff");
    row("bytes in chunks", "a161615f416141624163ff");
    row("list that claims 2^60", "a161619b1000000000000000"
                                 "01");
    row("map that claims 2^60", "bb1000000000000000"
                                "616101");
}

void ValueCodecInputTest::foreignInputIsRefused()
{
    QFETCH(const QByteArray, hex);
    QFETCH(const ErrorCode, code);

    const auto fields = codec::decodeFields(QByteArray::fromHex(hex));

    QVERIFY(!fields);
    QCOMPARE(codeName(fields.error().code), codeName(code));
}

void ValueCodecInputTest::otherFormsOfTheSameValueAreRead_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<Value>("value");
    QTest::newRow("longer integer") << QByteArray("a161611b0000000000000001") << Value(1);
    QTest::newRow("deepest lists") << nested(codec::maxNesting)
                                   << Value(Value::List{Value::List{Value::List{Value::List{}}}});
}

void ValueCodecInputTest::otherFormsOfTheSameValueAreRead()
{
    QFETCH(const QByteArray, hex);
    QFETCH(const Value, value);

    const auto fields = codec::decodeFields(QByteArray::fromHex(hex));

    QVERIFY2(fields, qPrintable(fields.error().detail));
    QCOMPARE(*fields, (Fields{{u"a"_s, value}}));
}

static Fields sample()
{
    return {{u"text"_s, u"Đơn vị"_s},
            {u"points"_s, 9750},
            {u"list"_s, Value::List{1, QByteArray("ab"), Value()}}};
}

void ValueCodecInputTest::everyTruncationIsRefused()
{
    const QByteArray whole = codec::encode(sample());
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(codec::decodeFields(whole.first(size)).error().code, ErrorCode::Malformed);
}

// One byte at a time is replaced; whatever is still read must be a value with a form of its own.
void ValueCodecInputTest::noisyInputIsRefusedOrReadButNeverMore()
{
    const QByteArray whole = codec::encode(sample());
    for (qsizetype position = 0; position < whole.size(); ++position) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray noisy = whole;
            noisy[position] = char(byte);
            if (const auto fields = codec::decodeFields(noisy))
                QCOMPARE(*codec::decodeFields(codec::encode(*fields)), *fields);
        }
    }
}

QTEST_APPLESS_MAIN(ValueCodecInputTest)
#include "tst_valuecodecinput.moc"
