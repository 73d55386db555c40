#include "base/value.h"

#include <QTest>

#include <type_traits>

using namespace thidua;
using namespace Qt::StringLiterals;

static_assert(!std::is_constructible_v<Value, double>, "points are integers of hundredths");
static_assert(!std::is_constructible_v<Value, const char*>, "a text is not a bool");
static_assert(!std::is_constructible_v<Value, const QObject*>, "a pointer is not a bool");

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueKnowsItsTypeAndNoOther_data();
    void aValueKnowsItsTypeAndNoOther();
    void anotherTypeGivesTheFallback();
    void equalMeansSameTypeAndContent();
    void anIdIsHeldAsItsBytes();
};

void ValueTest::aValueKnowsItsTypeAndNoOther_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("null") << 0;
    QTest::newRow("bool") << 1;
    QTest::newRow("integer") << 2;
    QTest::newRow("text") << 3;
    QTest::newRow("bytes") << 4;
    QTest::newRow("list") << 5;
}

void ValueTest::aValueKnowsItsTypeAndNoOther()
{
    QFETCH(const int, type);
    const QList<Value> values{Value(),          Value(false),        Value(0),
                              Value(QString()), Value(QByteArray()), Value::List{}};
    const Value& value = values[type];
    const QList<bool> answers{value.isNull(), value.isBool(),  value.isInteger(),
                              value.isText(), value.isBytes(), value.isList()};
    for (int other = 0; other < answers.size(); ++other)
        QCOMPARE(answers[other], other == type);
}

void ValueTest::anotherTypeGivesTheFallback()
{
    const Value text(u"7"_s);
    QCOMPARE(text.toText(), u"7"_s);
    QCOMPARE(text.toInteger(3), 3);
    QCOMPARE(text.toBool(true), true);
    QCOMPARE(text.toBytes("x"), QByteArray("x"));
    QVERIFY(text.toList().isEmpty());
    QVERIFY(text.toId().isNull());
}

void ValueTest::equalMeansSameTypeAndContent()
{
    QCOMPARE(Value(7), Value(qint64(7)));
    QCOMPARE(Value("a"_L1), Value(u"a"_s));
    QVERIFY(Value(u"a"_s) != Value(QByteArray("a")));
    QVERIFY(Value(0) != Value(false));
    QVERIFY(Value() != Value(0));
    QCOMPARE((Value(Value::List{1, u"a"_s})), (Value(Value::List{1, u"a"_s})));
}

void ValueTest::anIdIsHeldAsItsBytes()
{
    const auto id = UserId::named("user", "lan");
    QCOMPARE(Value(id).toBytes(), id.toBytes());
    QCOMPARE(Value(id).toId<UserId>(), id);
}

QTEST_APPLESS_MAIN(ValueTest)
#include "tst_value.moc"
