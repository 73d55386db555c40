#include "domain/formats.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

// The components may not use the domain, so that the rule for numbers stands twice: both understand the same
// texts.
class HundredthsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldAndDomainAgree_data();
    void fieldAndDomainAgree();
};

void HundredthsTest::fieldAndDomainAgree_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t* text : {u"",
                                 u" ",
                                 u"-",
                                 u"+",
                                 u",",
                                 u".",
                                 u"0",
                                 u"97",
                                 u"97,",
                                 u"97,2",
                                 u"97,25",
                                 u"97.25",
                                 u"97,255",
                                 u".5",
                                 u"-2,5",
                                 u"+3",
                                 u"−4",
                                 u"1.234",
                                 u"1.23",
                                 u"12.345",
                                 u"1234.567",
                                 u"1.234.567,5",
                                 u"1.234,567",
                                 u"1,234.5",
                                 u"1,2,3",
                                 u"1.2.3",
                                 u"1.23.456",
                                 u" 5 ",
                                 u"5 5",
                                 u"1e3",
                                 u"mười",
                                 u"97%",
                                 u"90071992547409,91"})
        QTest::newRow(QString::fromUtf16(text).toUtf8()) << QString::fromUtf16(text);
}

void HundredthsTest::fieldAndDomainAgree()
{
    QFETCH(QString, text);
    QQmlEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData("import ThiDua.Components\nNumberField { label: \"Kết quả\" }", {});
    const std::unique_ptr<QObject> field(component.create());
    QVERIFY2(field, qPrintable(component.errorString()));
    field->setProperty("value", text);

    const auto expected = thidua::domain::parseHundredths(text);
    QCOMPARE(field->property("complete").toBool(), expected.ok());
    if (expected.ok())
        QCOMPARE(qint64(std::llround(field->property("hundredths").toDouble())), expected.value());
}

QTEST_MAIN(HundredthsTest)
#include "tst_hundredths.moc"
