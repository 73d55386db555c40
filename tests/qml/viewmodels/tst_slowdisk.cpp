#include "support/faultydisk.h"
#include "support/sessiontest.h"

using namespace thidua;
using namespace thidua::test;

// Worn flash takes half a second to make a save durable. Here it takes as long as the test likes, so that
// nothing depends on how fast the machine is: were anybody on this thread to wait for the disk, the test
// would never end.
class SlowDiskTest : public QObject
{
    Q_OBJECT

private:
    FaultyDisk m_disk{FaultyDisk::Registered::AsDefault};
    SampleApp m_sample;
    QList<int> m_saved;

    void save(int year)
    {
        m_sample.app->store.run(
            this,
            [year](services::Services& services) -> Result<void> {
                auto form = services.reports().newForm(graded, QString::number(year));
                return form ? services.reports().save(form->shown, {{name::scoreSelf, year}}) : form.error();
            },
            [this, year](const Result<void>& saved) {
                if (saved)
                    m_saved.append(year);
            });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sample.start()); }
    void cleanup() { m_disk.letGo(); }

    void thisThreadGoesOnWhileTheDiskIsBusy()
    {
        m_disk.holdSyncs();
        for (int year : {2031, 2032, 2033})
            save(year);
        QTRY_VERIFY(m_disk.held() > 0); // the disk is at it, and events are served meanwhile
        int served = 0;
        for (int i = 0; i < 1'000; ++i)
            QMetaObject::invokeMethod(
                this, [&served] { ++served; }, Qt::QueuedConnection);
        QTRY_COMPARE(served, 1'000);
        QVERIFY(m_disk.held() > 0);
        QVERIFY(m_saved.isEmpty()); // and nobody was told "saved" too early
        m_disk.letGo();
        QTRY_COMPARE(m_saved, (QList<int>{2031, 2032, 2033}));
        QCOMPARE(m_sample.pending().size(), 3);
    }

    void whoReadsOnAnotherConnectionDoesNotWaitForTheDisk()
    {
        m_disk.holdSyncs();
        save(2034);
        QTRY_VERIFY(m_disk.held() > 0);
        QCOMPARE(m_sample.pending().size(), 3); // the state before the save that is not durable yet
        m_disk.letGo();
        QTRY_VERIFY(m_saved.contains(2034));
        QCOMPARE(m_sample.pending().size(), 4);
    }
};

QTEST_GUILESS_MAIN(SlowDiskTest)
#include "tst_slowdisk.moc"
