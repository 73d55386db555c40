#include "base/error.h"

#include <QSet>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasANameOfItsOwnAndIsFoundByIt();
    void theNamesAreTheProtocols();
    void anUnknownNameIsAnInternalError();
};

void ErrorTest::everyCodeHasANameOfItsOwnAndIsFoundByIt()
{
    QSet<QString> names;
    for (int number = 0; number <= int(ErrorCode::Internal); ++number) {
        const auto code = ErrorCode(number);
        QCOMPARE(codeFromName(QString(codeName(code))), code);
        names.insert(codeName(code));
    }
    QCOMPARE(names.size(), int(ErrorCode::Internal) + 1);
}

void ErrorTest::theNamesAreTheProtocols()
{
    QCOMPARE(codeName(ErrorCode::StateLocked), "state-locked"_L1);
    QCOMPARE(codeName(ErrorCode::TogetherRefused), "together-refused"_L1);
    QCOMPARE(codeName(ErrorCode::DeviceForked), "device-forked"_L1);
}

void ErrorTest::anUnknownNameIsAnInternalError()
{
    QCOMPARE(codeFromName(u"invented-tomorrow"), ErrorCode::Internal);
    QCOMPARE(codeFromName(u""), ErrorCode::Internal);
}

QTEST_APPLESS_MAIN(ErrorTest)
#include "tst_error.moc"
