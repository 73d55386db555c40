#include "viewmodels/handovermodel.h"

#include "support/testclock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;
using viewmodels::HandoverModel;

class HandoverModelTest : public QObject
{
    Q_OBJECT

private:
    test::TestClock m_clock;

private Q_SLOTS:
    void init() { m_clock.wall = QDateTime(QDate(2025, 11, 20), QTime(10, 42)).toMSecsSinceEpoch(); }

    void theNameOfTheFileSaysWhoseItIsAndOfWhichDay()
    {
        HandoverModel model(m_clock);
        model.setDeviceName(u"Máy tính bảng A"_s);
        QCOMPARE(QFileInfo(model.suggestedFile().toLocalFile()).fileName(),
                 u"Máy tính bảng A 2025-11-20.thidua"_s);
        model.setDeviceName(u"Ban/Tổ 2: \"máy\" <1>"_s);
        QCOMPARE(QFileInfo(model.suggestedFile().toLocalFile()).fileName(),
                 u"Ban-Tổ 2- -máy- -1- 2025-11-20.thidua"_s);
        model.setDeviceName({});
        QCOMPARE(QFileInfo(model.suggestedFile().toLocalFile()).fileName(), u"2025-11-20.thidua"_s);
    }

    void oneThingIsDoneAtATime()
    {
        HandoverModel model(m_clock);
        QSignalSpy save(&model, &HandoverModel::saveWanted);
        QSignalSpy deliver(&model, &HandoverModel::deliverWanted);
        const QUrl file = QUrl::fromLocalFile(u"/tmp/a.thidua"_s);
        model.save(file);
        QVERIFY(model.busy());
        model.deliver(file);
        QCOMPARE(save.count(), 1);
        QCOMPARE(deliver.count(), 0);
        model.setSaved(3, ErrorCode::None);
        QVERIFY(!model.busy());
        model.deliver(file);
        QCOMPARE(deliver.count(), 1);
        QVERIFY(model.outcomeText().isEmpty()); // what was told of the other file is over
    }

    void aSavedFileIsToldAsNoReceipt()
    {
        HandoverModel model(m_clock);
        QVERIFY(model.outcomeText().isEmpty());
        model.setSaved(1'234, ErrorCode::None);
        QVERIFY(model.outcomeText().contains(u"1.234 changes"_s));
        QVERIFY(model.outcomeDetail().contains(u"no receipt"_s));
        QCOMPARE(model.outcomeTone(), u"done"_s);
        model.setSaved(0, ErrorCode::StorageFailed);
        QVERIFY(model.outcomeText().contains(u"not saved"_s));
        QVERIFY(!model.outcomeDetail().isEmpty());
        QCOMPARE(model.outcomeTone(), u"error"_s);
        model.dismiss();
        QVERIFY(model.outcomeText().isEmpty());
        QVERIFY(model.outcomeDetail().isEmpty());
    }

    void aDeliverySaysHowManyAndWhatWaitsForAPerson()
    {
        HandoverModel model(m_clock);
        model.setDelivered(5, 0, ErrorCode::None);
        QVERIFY(model.outcomeText().contains(u"5 changes"_s));
        QCOMPARE(model.outcomeTone(), u"done"_s);
        model.setDelivered(5, 2, ErrorCode::None);
        QVERIFY(model.outcomeDetail().contains(u"2 of them"_s));
        QCOMPARE(model.outcomeTone(), u"waiting"_s);
        // What was delivered before it ended is not hidden.
        model.setDelivered(5, 0, ErrorCode::Offline);
        QVERIFY(model.outcomeText().contains(u"5 changes"_s));
        QCOMPARE(model.outcomeTone(), u"error"_s);
    }

    void everyFailureHasWordsOfItsOwn()
    {
        HandoverModel model(m_clock);
        QSet<QString> texts;
        QSet<QString> details;
        const QList<ErrorCode> codes{ErrorCode::NotOurServer, ErrorCode::Malformed, ErrorCode::NotFound,
                                     ErrorCode::Forbidden, ErrorCode::Offline};
        for (const ErrorCode code : codes) {
            model.setDelivered(0, 0, code);
            QCOMPARE(model.outcomeTone(), u"error"_s);
            texts.insert(model.outcomeText());
            details.insert(model.outcomeDetail());
        }
        QCOMPARE(texts.size(), codes.size());
        QCOMPARE(details.size(), codes.size());
    }
};

QTEST_GUILESS_MAIN(HandoverModelTest)
#include "tst_handovermodel.moc"
