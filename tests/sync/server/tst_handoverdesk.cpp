#include "city.h"
#include "protocol/handover.h"
#include "server/handoverdesk.h"

using namespace thidua;
using namespace thidua::test;
namespace handover = protocol::handover;

// What somebody else brings for a tablet without a network enters once, as that tablet's own push would.
class TestHandoverDesk : public QObject
{
    Q_OBJECT

    static QByteArray tokenOf(const Tablet& tablet) { return tablet.id.toText().toLatin1(); }

    // A tablet whose server noted its key when it enrolled.
    static Tablet enrolled(City& city)
    {
        Tablet tablet = city.officer();
        const auto known = city.writer.store().devices.byId(tablet.id);
        Tablet own{DeviceId::create(city.clock, city.random), tablet.user, 0};
        server::Device device = **known;
        device.id = own.id;
        device.verifier = handover::verifierOf(tokenOf(own));
        City::require(city.writer.store().devices.add(device, own.id.view()));
        return own;
    }
    static QByteArray seal(City& city, const Tablet& tablet, const protocol::PushRequest& request,
                           const QByteArray& token)
    {
        const auto keys = city.writer.store().handoverKeys();
        return *handover::seal(request, {keys->publicKey, tablet.id, token}, city.random);
    }
    static QByteArray seal(City& city, const Tablet& tablet, const QList<protocol::PushEdit>& edits)
    {
        return seal(city, tablet, {city.epochName(), edits}, tokenOf(tablet));
    }
    static server::HandoverDesk::Outcome bring(City& city, const QByteArray& sealed)
    {
        server::HandoverDesk::Outcome outcome;
        City::require(city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            auto received = server::HandoverDesk(writing).receive(sealed);
            if (!received)
                return received.error();
            outcome = *received;
            return {};
        }));
        return outcome;
    }
    static protocol::HandoverAnswer answerOf(const server::HandoverDesk::Outcome& outcome)
    {
        if (const auto* problem = std::get_if<protocol::Problem>(&outcome))
            qFatal("hand-over: %s", qPrintable(problem->detail));
        return std::get<protocol::HandoverAnswer>(outcome);
    }
    static ErrorCode codeOf(const server::HandoverDesk::Outcome& outcome)
    {
        const auto* problem = std::get_if<protocol::Problem>(&outcome);
        return problem ? problem->code : ErrorCode::None;
    }
    static qsizetype quarantined(City& city, const Tablet& tablet)
    {
        const auto device = city.writer.store().devices.byId(tablet.id);
        return city.writer.store().quarantine.of((*device)->number)->size();
    }

    struct Work {
        RecordId record;
        QList<protocol::PushEdit> edits;
    };
    static Work work(City& city, Tablet& tablet)
    {
        const RecordId id = city.newRecord();
        return {id, city.number(tablet, {{id, kind::report, city.reportFields()},
                                         {id, kind::report, City::result(80)}})};
    }

private Q_SLOTS:
    void itEntersAndTheTabletsOwnPushLaterHasNoSecondEffect()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work done = work(city, tablet);
        const auto answer = answerOf(bring(city, seal(city, tablet, done.edits)));
        QCOMPARE(answer.edits, 2);
        QVERIFY(!answer.quarantined);
        QCOMPARE(city.values(done.record).value(name::value).toInteger(), 80);
        QCOMPARE(city.state(done.record).version, 2);

        const auto own = city.deliver(tablet, done.edits);
        const auto& results = std::get<protocol::PushAnswer>(own).results;
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[0].version, 1);
        QCOMPARE(results[1].version, 2);
        QCOMPARE(city.state(done.record).version, 2);
    }

    void broughtTwiceIsBroughtOnce()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work done = work(city, tablet);
        const QByteArray part = seal(city, tablet, done.edits);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!answerOf(bring(city, part)).quarantined);
        QCOMPARE(city.state(done.record).version, 2);
    }

    // It was made, the tablet found a network after all, and then the file arrives.
    void aFileThatComesTooLateChangesNothing()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work done = work(city, tablet);
        const QByteArray part = seal(city, tablet, done.edits);
        QVERIFY(std::holds_alternative<protocol::PushAnswer>(city.deliver(tablet, done.edits)));
        city.push(tablet, {{done.record, kind::report, City::result(90), 2}});
        QVERIFY(!answerOf(bring(city, part)).quarantined);
        QCOMPARE(city.values(done.record).value(name::value).toInteger(), 90);
        QCOMPARE(city.state(done.record).version, 3);
    }

    void whatItHadSeenBeforeARestoreCountsAsSeenThen()
    {
        City city;
        Tablet tablet = enrolled(city);
        const RecordId id = city.report(tablet);
        const QString before = city.epochName();
        const auto edits = city.number(tablet, {{id, kind::report, City::result(70), 1}});
        QVERIFY(city.writer.store().beginEpoch(1, city.clock, city.random));
        QVERIFY(city.epochName() != before);
        const QByteArray part = seal(city, tablet, {before, edits}, tokenOf(tablet));
        QVERIFY(!answerOf(bring(city, part)).quarantined);
        QCOMPARE(city.values(id).value(name::value).toInteger(), 70);
    }

    void beyondAGapAPersonJudges()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work lost = work(city, tablet);
        const Work done = work(city, tablet);
        const auto answer = answerOf(bring(city, seal(city, tablet, done.edits)));
        QVERIFY(answer.quarantined);
        QCOMPARE(quarantined(city, tablet), 2);
        QVERIFY(city.values(done.record).isEmpty());
        // The tablet is not held up by it.
        QVERIFY(std::holds_alternative<protocol::PushAnswer>(city.deliver(tablet, lost.edits + done.edits)));
        QCOMPARE(city.values(done.record).value(name::value).toInteger(), 80);
    }

    void ofARevokedTabletAPersonJudges()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work done = work(city, tablet);
        const auto device = city.writer.store().devices.byId(tablet.id);
        City::require(city.writer.store().devices.revoke((*device)->number, city.clock.now()));
        QVERIFY(answerOf(bring(city, seal(city, tablet, done.edits))).quarantined);
        QCOMPARE(quarantined(city, tablet), 2);
        QVERIFY(city.values(done.record).isEmpty());
    }

    void ofACopiedTabletAPersonJudges()
    {
        City city;
        Tablet tablet = enrolled(city);
        Tablet copy = tablet;
        const Work done = work(city, tablet);
        const Work other = work(city, copy);
        city.deliver(tablet, done.edits);
        QVERIFY(answerOf(bring(city, seal(city, copy, other.edits))).quarantined);
        QVERIFY(city.values(other.record).isEmpty());
        QCOMPARE(city.state(done.record).version, 2);
    }

    void onlyTheDeviceItselfCanHaveMadeIt()
    {
        City city;
        Tablet tablet = enrolled(city);
        const Work done = work(city, tablet);
        const protocol::PushRequest request{city.epochName(), done.edits};
        QCOMPARE(codeOf(bring(city, seal(city, tablet, request, "token-khac"))), ErrorCode::Forbidden);
        const Tablet nobody{DeviceId::create(city.clock, city.random), tablet.user, 0};
        QCOMPARE(codeOf(bring(city, seal(city, nobody, request, tokenOf(nobody)))), ErrorCode::Forbidden);
        // The server's own device has no key: nobody writes in its name.
        const Tablet own{*city.writer.store().ownDevice(), tablet.user, 0};
        QCOMPARE(codeOf(bring(city, seal(city, own, request, {}))), ErrorCode::Forbidden);
        QCOMPARE(codeOf(bring(city, "khong phai tep ban giao")), ErrorCode::Malformed);
        QVERIFY(city.values(done.record).isEmpty());
    }

    // By the rights of its person at the moment when it arrives, edit by edit, as any push.
    void whatItsPersonMayNotIsRefusedAndTheRestEnters()
    {
        City city;
        Tablet tablet = enrolled(city);
        const RecordId own = city.newRecord();
        const RecordId foreign = city.newRecord();
        const auto edits = city.number(tablet, {{foreign, kind::report, city.reportOf(city.unitB)},
                                                {own, kind::report, city.reportFields()}});
        QVERIFY(!answerOf(bring(city, seal(city, tablet, edits))).quarantined);
        QVERIFY(city.values(foreign).isEmpty());
        QVERIFY(!city.values(own).isEmpty());
        const auto later = city.deliver(tablet, edits);
        QCOMPARE(std::get<protocol::PushAnswer>(later).results.first().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestHandoverDesk)
#include "tst_handoverdesk.moc"
