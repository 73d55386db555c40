#include "features/servedcity.h"

#include <QTest>

#include <memory>
#include <random>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// An officer writes what is not theirs to write, on a tablet that is offline and cannot know. The server
// refuses, says why, and stays as it was; the officer keeps what they wrote.
class TestBadEdit : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;
    std::unique_ptr<DeviceProcess> tablet;
    std::minstd_rand dice{1};

    [[nodiscard]] std::unique_ptr<DeviceProcess> signedIn(const QString& login) const
    {
        auto device = std::make_unique<DeviceProcess>();
        if (!device->enrol(city->server.url(), login).ok() || !device->sync().ok())
            qFatal("%s cannot sign in", qPrintable(login));
        return device;
    }
    [[nodiscard]] QString digestHere() const
    {
        return tablet->command(u"hash"_s).object().value(city->unitChannel).toString();
    }
    // Text that no compression makes much shorter.
    [[nodiscard]] QString noise(int length)
    {
        QByteArray bytes(length * 3 / 4, Qt::Uninitialized);
        for (char& byte : bytes)
            byte = char(dice() >> 8);
        return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
    }
    // A report that both sides have.
    [[nodiscard]] Saved knownReport(const QStringList& more = {}) const
    {
        const auto saved = enterReport(*tablet, city->unit, 100);
        if (!more.isEmpty())
            changeReport(*tablet, saved.record, more);
        if (!tablet->sync().ok())
            qFatal("the report does not arrive");
        return saved;
    }
    // The council judges a submission of a report.
    void decide(const QString& record, const QString& status) const
    {
        const Caller caller = city->callerOf(ServedCity::council());
        const QJsonObject set{
            {u"status"_s, status}, {u"reason"_s, u"Đã xem"_s}, {u"reviewedSubmission"_s, 1}};
        const QJsonObject edit{{u"seq"_s, 1},
                               {u"at"_s, qint64(1'700'000'000'000)},
                               {u"seen"_s, 2},
                               {u"record"_s, record},
                               {u"kind"_s, u"report"_s},
                               {u"set"_s, set}};
        const auto answer =
            caller.call("POST", "/v1/push", {{u"epoch"_s, caller.epoch}, {u"edits"_s, QJsonArray{edit}}});
        QCOMPARE(answer.body.value(u"results"_s)[0][u"version"_s], 3);
    }
    // The edit under `attention` with this number; empty if there is none.
    [[nodiscard]] QJsonObject refusal(qint64 seq) const
    {
        for (const QJsonObject& edit : listed(*tablet, u"attention"_s)) {
            if (edit.value(u"seq"_s).toInteger() == seq)
                return edit;
        }
        return {};
    }
    // What was written stays readable with the reason, and the server is as it was.
    void isRefused(const Saved& saved, const QString& code, const QJsonObject& before)
    {
        QVERIFY(saved.seq > 0);
        const qsizetype attention = listed(*tablet, u"attention"_s).size();
        const Outcome synced = tablet->sync();
        QVERIFY2(synced.ok(), synced.messages.constData());
        QCOMPARE(synced.object().value(u"attention"_s), attention + 1);
        const QJsonObject edit = refusal(saved.seq);
        QCOMPARE(edit.value(u"code"_s), code);
        QVERIFY(!edit.value(u"detail"_s).toString().isEmpty());
        QCOMPARE(edit.value(u"record"_s), saved.record);
        QVERIFY(listed(*tablet, u"pending"_s).isEmpty());
        QCOMPARE(city->digests(), before);
        // Once more changes nothing: it is not sent again by itself, nor forgotten.
        QVERIFY(tablet->sync().ok());
        QCOMPARE(refusal(saved.seq), edit);
        QCOMPARE(city->digests(), before);
    }

private Q_SLOTS:
    void initTestCase() { city = std::make_unique<ServedCity>(); }
    void init() { tablet = signedIn(ServedCity::officer()); }
    void cleanupTestCase()
    {
        tablet.reset();
        city.reset();
    }

    void anotherUnitsReportIsForbidden()
    {
        const QJsonObject before = city->digests();
        const Saved saved = enterReport(*tablet, city->otherUnit, 7777);
        isRefused(saved, u"forbidden"_s, before);
        QCOMPARE(refusal(saved.seq).value(u"set"_s)[u"value"_s], 7777);
        QVERIFY(city->history(saved.record).isEmpty());
    }

    void aChangeOfAnotherUnitsReportIsForbidden()
    {
        const auto other = signedIn(ServedCity::otherOfficer());
        const Saved theirs = enterReport(*other, city->otherUnit, 100);
        QVERIFY(other->sync().ok());
        const QJsonObject before = city->digests();
        // The tablet does not hold the record: the officer knows its id from elsewhere.
        const Outcome made = tablet->save(u"report"_s, reportFields(city->otherUnit, 7777), theirs.record);
        QVERIFY2(made.ok(), made.messages.constData());
        const Saved saved{theirs.record, made.object().value(u"seq"_s).toInteger()};
        isRefused(saved, u"forbidden"_s, before);
        QCOMPARE(refusal(saved.seq).value(u"set"_s)[u"value"_s], 7777);
        QCOMPARE(city->history(theirs.record).size(), 1);
    }

    void aReportIsNotPushedOverToAnotherUnit()
    {
        const Saved own = knownReport();
        const QJsonObject before = city->digests();
        QStringList moved = reportFields(city->otherUnit, 0);
        moved.resize(4); // its subject only
        isRefused(changeReport(*tablet, own.record, moved), u"forbidden"_s, before);
    }

    void aCouncilsFieldIsForbidden()
    {
        const Saved own = knownReport();
        const QJsonObject before = city->digests();
        const Saved saved =
            changeReport(*tablet, own.record, {u"scoreCouncil=900"_s, u"councilReason=\"Tự cho\""_s});
        isRefused(saved, u"forbidden"_s, before);
        QCOMPARE(refusal(saved.seq).value(u"set"_s)[u"scoreCouncil"_s], 900);
        QCOMPARE(refusal(saved.seq).value(u"set"_s)[u"councilReason"_s], u"Tự cho"_s);
    }

    void aCouncilsRecordIsForbidden()
    {
        const QJsonObject before = city->digests();
        const Outcome saved =
            tablet->save(u"movement"_s, {u"name=\"Phong trào riêng\""_s, u"kind=\"annual\""_s,
                                         u"level=\"city\""_s, u"mode=null"_s});
        QVERIFY2(saved.ok(), saved.messages.constData());
        const QJsonObject out = saved.object();
        isRefused({out.value(u"record"_s).toString(), out.value(u"seq"_s).toInteger()}, u"forbidden"_s,
                  before);
    }

    void aReportThatIsAppraisedIsLocked()
    {
        const Saved own = knownReport({u"submission=1"_s});
        decide(own.record, u"appraised"_s);
        QVERIFY(tablet->sync().ok()); // the officer has seen it
        const QJsonObject before = city->digests();
        const Saved saved = changeReport(*tablet, own.record, {u"value=7777"_s, u"measure=\"%\""_s});
        isRefused(saved, u"state-locked"_s, before);
        QCOMPARE(refusal(saved.seq).value(u"set"_s)[u"value"_s], 7777);
        // What the tablet shows is the decision, not the wish.
        QCOMPARE(tablet->record(u"report"_s, own.record).value(u"values"_s)[u"value"_s], 100);
        QCOMPARE(digestHere(), city->digests().value(city->unitChannel).toString());
    }

    // Made without knowing of the lock, a value is no offence: it stands beside, and nothing is lost.
    void aValueFromBeforeTheLockWasKnownStandsBeside()
    {
        const Saved own = knownReport({u"submission=1"_s});
        decide(own.record, u"appraised"_s);
        QVERIFY(changeReport(*tablet, own.record, {u"value=7777"_s, u"measure=\"%\""_s}).seq > 0);
        QVERIFY(tablet->sync().ok());
        QVERIFY(listed(*tablet, u"attention"_s).isEmpty());
        const QJsonObject shown = tablet->record(u"report"_s, own.record);
        QCOMPARE(shown.value(u"values"_s)[u"value"_s], 100);
        QCOMPARE(shown.value(u"groups"_s)[u"result"_s][u"siblings"_s][0][u"values"_s][u"value"_s], 7777);
    }

    void badEditsHoldUpNoGoodOnes()
    {
        const Saved first = enterReport(*tablet, city->unit, 1);
        const Saved foreign = enterReport(*tablet, city->otherUnit, 2);
        const Saved second = enterReport(*tablet, city->unit, 3);
        const Saved council =
            changeReport(*tablet, second.record, {u"scoreCouncil=4"_s, u"councilReason=null"_s});
        const Saved third = enterReport(*tablet, city->unit, 5);
        const Outcome synced = tablet->sync();
        QVERIFY2(synced.ok(), synced.messages.constData());
        QCOMPARE(seqsOf(listed(*tablet, u"attention"_s)), (QList<qint64>{foreign.seq, council.seq}));
        QVERIFY(listed(*tablet, u"pending"_s).isEmpty());
        for (const Saved& good : {first, second, third})
            QCOMPARE(city->history(good.record).size(), 1);
        QVERIFY(city->history(foreign.record).isEmpty());
        QCOMPARE(digestHere(), city->digests().value(city->unitChannel).toString());
    }

    // Larger than any push may be: the server closes its door, but not to what comes after.
    void anEntryTooLargeForEveryPushHoldsUpNoGoodOnes()
    {
        const Saved first = enterReport(*tablet, city->unit, 1);
        QStringList fields = reportFields(city->unit, 2);
        for (int field = 0; field < 15; ++field) {
            QString list;
            for (int i = 0; i < 14; ++i)
                list += (i > 0 ? u",\""_s : u"\""_s) + noise(8000) + u'"';
            fields.append(u"futureField%1=[%2]"_s.arg(field).arg(list));
        }
        const Outcome large = tablet->save(u"report"_s, fields);
        QVERIFY2(large.ok(), large.messages.constData());
        const qint64 largeSeq = large.object().value(u"seq"_s).toInteger();
        const Saved last = enterReport(*tablet, city->unit, 3);
        const Outcome synced = tablet->sync();
        QVERIFY2(synced.ok(), synced.messages.constData());
        QCOMPARE(seqsOf(listed(*tablet, u"attention"_s)), QList<qint64>{largeSeq});
        QCOMPARE(refusal(largeSeq).value(u"code"_s), u"too-large"_s);
        QVERIFY(!refusal(largeSeq).value(u"detail"_s).toString().isEmpty());
        QCOMPARE(refusal(largeSeq).value(u"set"_s)[u"futureField14"_s].toArray().size(), 14);
        QVERIFY(listed(*tablet, u"pending"_s).isEmpty());
        QCOMPARE(city->history(first.record).size(), 1);
        QCOMPARE(city->history(last.record).size(), 1);
        QVERIFY(city->history(large.object().value(u"record"_s).toString()).isEmpty());
        QCOMPARE(digestHere(), city->digests().value(city->unitChannel).toString());
    }

    void whatIsNotEvenAnEntryIsRefusedBeforeItIsSaved_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("code");
        const auto report = u"report"_s;
        const QStringList good = reportFields(u"01956f00-0000-7000-8000-000000000001"_s, 1);
        QTest::newRow("no JSON") << report << good + QStringList{u"explanation=x"_s} << u"malformed"_s;
        QTest::newRow("no value") << report << good + QStringList{u"explanation"_s} << u"malformed"_s;
        QTest::newRow("a kind that is no name") << u"re port"_s << good << u"malformed"_s;
        QTest::newRow("a field that is no name")
            << report << good + QStringList{u"a b=1"_s} << u"malformed"_s;
        QTest::newRow("no field") << report << QStringList() << u"malformed"_s;
        QTest::newRow("half a group") << report << good.first(5) << u"incomplete-group"_s;
        QTest::newRow("no unit") << report << QStringList{u"value=1"_s, u"measure=\"%\""_s}
                                 << u"missing-field"_s;
        QTest::newRow("impossible date")
            << report << good + QStringList{u"occurredOn=\"2026-02-30\""_s, u"place=null"_s}
            << u"invalid-value"_s;
        QTest::newRow("text over the limit")
            << report << good + QStringList{u"explanation=\"%1\""_s.arg(QString(9000, u'x'))}
            << u"too-large"_s;
    }
    void whatIsNotEvenAnEntryIsRefusedBeforeItIsSaved()
    {
        QFETCH(QString, kind);
        QFETCH(QStringList, fields);
        QFETCH(QString, code);
        const Outcome refused = tablet->save(kind, fields);
        QVERIFY(!refused.ok());
        QVERIFY(refused.output.isEmpty());
        QCOMPARE(codeOf(refused), code);
        QVERIFY(!sentenceOf(refused).isEmpty());
        QVERIFY(listed(*tablet, u"pending"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBadEdit)
#include "tst_badedit.moc"
