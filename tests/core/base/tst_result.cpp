#include "base/result.h"

#include <QTest>

#include <memory>

using namespace thidua;

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsASuccess();
    void anErrorIsAFailureWithItsCodeAndDetail();
    void aSuccessHasNoError();
    void theFallbackIsUsedOnFailureOnly();
    void aValueThatCannotBeCopiedIsMovedOut();
    void nothingIsAlsoAValue();
};

void ResultTest::aValueIsASuccess()
{
    const Result<int> result = 7;

    QVERIFY(result.ok());
    QVERIFY(bool(result));
    QCOMPARE(result.value(), 7);
    QCOMPARE(*result, 7);
}

void ResultTest::anErrorIsAFailureWithItsCodeAndDetail()
{
    const Result<int> result{ErrorCode::StorageFull, QStringLiteral("disk")};

    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::StorageFull, QStringLiteral("disk")}));
}

void ResultTest::aSuccessHasNoError()
{
    QCOMPARE(Result<int>(7).error(), Error{});
    QCOMPARE(Result<void>().error(), Error{});
}

void ResultTest::theFallbackIsUsedOnFailureOnly()
{
    QCOMPARE(Result<int>(7).valueOr(3), 7);
    QCOMPARE(Result<int>(ErrorCode::Offline).valueOr(3), 3);
}

void ResultTest::aValueThatCannotBeCopiedIsMovedOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

    const std::unique_ptr<int> taken = *std::move(result);

    QCOMPARE(*taken, 7);
}

void ResultTest::nothingIsAlsoAValue()
{
    QVERIFY(Result<void>().ok());
    const Result<void> failed{ErrorCode::Timeout};
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Timeout);
}

QTEST_APPLESS_MAIN(ResultTest)
#include "tst_result.moc"
