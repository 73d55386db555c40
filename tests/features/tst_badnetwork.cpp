#include "support/middlemantest.h"

#include <QTest>

#include <csignal>
#include <memory>

using namespace thidua::test;
using namespace Qt::StringLiterals;
using Cut = Middleman::Cut;

// The network between a tablet and its server fails in the middle of a push. Whatever was saved is on the
// tablet until the server has it, and the server has all of a push or nothing of it, once.
class TestBadNetwork : public MiddlemanTest
{
    Q_OBJECT

    // An officer's tablet that is up to date, and then has work to send.
    struct Work {
        DeviceProcess device;
        QStringList records;
        QList<qint64> seqs;

        void enter(const QString& unit, int count)
        {
            for (int i = 0; i < count; ++i) {
                const Saved saved = enterReport(device, unit, 100 + i);
                records.append(saved.record);
                seqs.append(saved.seq);
            }
        }
    };
    std::unique_ptr<Work> work(int count)
    {
        auto made = std::make_unique<Work>();
        middleman->behaveWell();
        if (!made->device.enrol(middleman->url(), ServedCity::officer()).ok() || !made->device.sync().ok())
            qFatal("the tablet cannot sign in");
        made->enter(city->unit, count);
        return made;
    }
    [[nodiscard]] QList<qsizetype> timesAccepted(const Work& work) const
    {
        QList<qsizetype> times;
        for (const QString& record : work.records)
            times.append(city->history(record).size());
        return times;
    }
    [[nodiscard]] QString digestOnServer() const
    {
        return city->digests().value(city->unitChannel).toString();
    }
    [[nodiscard]] QString digestOn(const DeviceProcess& device) const
    {
        return device.command(u"hash"_s).object().value(city->unitChannel).toString();
    }
    static QList<qsizetype> each(const Work& work, qsizetype times)
    {
        return QList<qsizetype>(work.records.size(), times);
    }
    void addCuts()
    {
        QTest::addColumn<Cut>("cut");
        QTest::newRow("before anything") << Cut::BeforeAnything;
        QTest::newRow("in the first line") << Cut::InFirstLine;
        QTest::newRow("in the headers") << Cut::InHeaders;
        QTest::newRow("after the headers") << Cut::AfterHeaders;
        QTest::newRow("in the body") << Cut::InBody;
        QTest::newRow("before the last byte") << Cut::BeforeLastByte;
    }
    // The network is well again: everything arrives, once, and both sides hold the same.
    void arrivesOnce(const Work& work)
    {
        middleman->behaveWell();
        const Outcome synced = work.device.sync();
        QVERIFY2(synced.ok(), synced.messages.constData());
        QVERIFY(synced.object().value(u"upToDate"_s).toBool());
        QCOMPARE(timesAccepted(work), each(work, 1));
        QVERIFY(listed(work.device, u"pending"_s).isEmpty());
        QVERIFY(listed(work.device, u"attention"_s).isEmpty());
        QCOMPARE(digestOn(work.device), digestOnServer());
    }

private Q_SLOTS:
    void aPushCutOnItsWayAppliesNothing_data() { addCuts(); }
    void aPushCutOnItsWayAppliesNothing()
    {
        QFETCH(Cut, cut);
        const auto tablet = work(3);
        const QJsonObject before = city->digests();
        middleman->behave({.request = cut});
        const Outcome failed = syncOnce(tablet->device);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), u"offline"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QVERIFY(middleman->pushesCut() > 0);
        QVERIFY(!failed.object().value(u"upToDate"_s).toBool());
        QCOMPARE(seqsOf(listed(tablet->device, u"pending"_s)), tablet->seqs);
        QCOMPARE(city->digests(), before);
        arrivesOnce(*tablet);
    }

    void anAnswerCutOnItsWayBackIsAskedForAgainWithoutASecondEffect_data() { addCuts(); }
    void anAnswerCutOnItsWayBackIsAskedForAgainWithoutASecondEffect()
    {
        QFETCH(Cut, cut);
        const auto tablet = work(3);
        middleman->behave({.answer = cut});
        const Outcome failed = syncOnce(tablet->device);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), u"offline"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QVERIFY(middleman->pushesCut() > 0);
        // The server has it all; the tablet believes nothing that it was not told whole.
        QCOMPARE(timesAccepted(*tablet), each(*tablet, 1));
        QCOMPARE(seqsOf(listed(tablet->device, u"pending"_s)), tablet->seqs);
        const QString accepted = digestOnServer();
        arrivesOnce(*tablet);
        QCOMPARE(digestOnServer(), accepted);
    }

    void aServerKilledDuringAPushHasAllOfItOrNothing_data()
    {
        QTest::addColumn<bool>("afterItsAnswer");
        QTest::addColumn<int>("delay"); // ms; where it hits is chance, what holds is not
        QTest::newRow("at once") << false << 0;
        QTest::newRow("soon") << false << 3;
        QTest::newRow("later") << false << 12;
        QTest::newRow("its answer is lost") << true << 0;
    }
    void aServerKilledDuringAPushHasAllOfItOrNothing()
    {
        QFETCH(bool, afterItsAnswer);
        QFETCH(int, delay);
        const auto tablet = work(12);
        const auto powerCut = [pid = pid_t(city->server.processId()), delay] {
            QThread::msleep(quint64(delay));
            ::kill(pid, SIGKILL);
        };
        Middleman::Behaviour behaviour{.answer = Cut::BeforeAnything};
        (afterItsAnswer ? behaviour.answered : behaviour.passedOn) = powerCut;
        middleman->behave(behaviour);
        const Outcome failed = syncOnce(tablet->device);
        QCOMPARE(codeOf(failed), u"offline"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(seqsOf(listed(tablet->device, u"pending"_s)), tablet->seqs);

        city->server.kill(); // it is dead already
        QVERIFY(city->server.start());
        const auto times = timesAccepted(*tablet);
        QVERIFY(times == each(*tablet, 0) || times == each(*tablet, 1));
        if (afterItsAnswer)
            QCOMPARE(times, each(*tablet, 1));
        arrivesOnce(*tablet);
        const Outcome verified = city->verify();
        QVERIFY2(verified.ok(), verified.output.constData());
    }

    void saysThatItIsOfflineWhenTheServerIsGone()
    {
        const auto tablet = work(2);
        city->server.kill();
        const Outcome failed = syncOnce(tablet->device);
        QVERIFY(!failed.ok());
        QCOMPARE(codeOf(failed), u"offline"_s);
        QVERIFY(!sentenceOf(failed).isEmpty());
        QCOMPARE(seqsOf(listed(tablet->device, u"pending"_s)), tablet->seqs);
        // Work goes on without a server.
        tablet->enter(city->unit, 1);
        QCOMPARE(seqsOf(listed(tablet->device, u"pending"_s)), tablet->seqs);
        QVERIFY(city->server.start());
        arrivesOnce(*tablet);
    }
};

QTEST_GUILESS_MAIN(TestBadNetwork)
#include "tst_badnetwork.moc"
