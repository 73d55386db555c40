#include "city.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;
using protocol::Problem;
using protocol::PushAnswer;

class TestAcceptor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRecordGetsVersionOneAndItsAuthorsRank()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto state = city.state(id);
        QCOMPARE(state.version, 1);
        const merge::Stamp stamp = state.groups[u"subject"_s].first().stamp;
        QCOMPARE(stamp.rank, 10);
        QCOMPARE(stamp.author, tablet.user);
        QCOMPARE(stamp.device, tablet.id);
    }

    void deliveredTwiceIsDeliveredOnce()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        const auto edits = city.number(
            tablet, {{id, kind::report, city.reportFields()}, {id, kind::report, {{name::note, u"một"_s}}}});
        const auto first = std::get<PushAnswer>(city.deliver(tablet, edits));
        const auto second = std::get<PushAnswer>(city.deliver(tablet, edits));
        QCOMPARE(second.acked, 2);
        QCOMPARE(second.results.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(second.results[i].version, first.results[i].version);
            QCOMPARE(second.results[i].code, first.results[i].code);
        }
        QCOMPARE(city.state(id).version, 2);
        QCOMPARE(city.writer.store().records.history(id, kind::report)->size(), 2);
    }

    // N4
    void anOldRequestThatArrivesAfterANewerOneChangesNothing()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto older = city.number(tablet, {{id, kind::report, City::result(10), 1}});
        const auto newer = older + city.number(tablet, {{id, kind::report, City::result(20), 1}});
        const auto answer = std::get<PushAnswer>(city.deliver(tablet, newer));
        const auto late = std::get<PushAnswer>(city.deliver(tablet, older));
        QCOMPARE(late.acked, answer.acked);
        QCOMPARE(late.results.size(), 1);
        QCOMPARE(late.results.first().version, answer.results.first().version);
        QCOMPARE(city.values(id).value(name::value).toInteger(), 20);
        QCOMPARE(city.state(id).version, 3);
    }

    // X8
    void timesAtTheEndsOfTheRangeDisturbNobody()
    {
        City city;
        Tablet ancient = city.officer();
        Tablet future = city.officer();
        Tablet sane = city.officer();
        const RecordId id = city.report(sane);
        using Limits = std::numeric_limits<qint64>;
        city.pushOne(ancient, {id, kind::report, City::result(1), 1, Limits::min()});
        city.pushOne(future, {id, kind::report, City::result(2), 1, Limits::max()});
        city.clock.advance(std::chrono::seconds(1));
        city.pushOne(sane, {id, kind::report, City::result(3), 1});
        QCOMPARE(city.values(id).value(name::value).toInteger(), 3);
        const auto history = *city.writer.store().records.history(id, kind::report);
        QCOMPARE(history.size(), 4);
        QCOMPARE(history[1].acceptance.at, 0); // no record is older than 1970
        QCOMPARE(history[2].acceptance.at, city.clock.now() - 1'000);
    }

    void aPushThatOverlapsAnEarlierOneAddsOnlyWhatIsNew()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        auto edits = city.number(tablet, {{id, kind::report, city.reportFields()}});
        city.deliver(tablet, edits);
        edits += city.number(tablet, {{id, kind::report, {{name::note, u"hai"_s}}}});
        const auto answer = std::get<PushAnswer>(city.deliver(tablet, edits));
        QCOMPARE(answer.acked, 2);
        QCOMPARE(answer.results.size(), 2);
        QCOMPARE(city.state(id).version, 2);
    }

    void theSameSeqWithOtherContentIsAForkedDevice()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        tablet.seq = 0; // as after restoring an old copy of the tablet
        const auto outcome = city.deliver(
            tablet, city.number(tablet, {{city.newRecord(), kind::report, city.reportFields()}}));
        const auto problem = std::get<Problem>(outcome);
        QCOMPARE(problem.status, 409);
        QCOMPARE(problem.code, ErrorCode::DeviceForked);
        QCOMPARE(city.state(id).version, 1);
    }

    void aGapIsRefusedWithTheSeqThatWasDue()
    {
        City city;
        Tablet tablet = city.officer();
        city.report(tablet);
        ++tablet.seq;
        const auto outcome = city.deliver(
            tablet, city.number(tablet, {{city.newRecord(), kind::report, city.reportFields()}}));
        const auto problem = std::get<Problem>(outcome);
        QCOMPARE(problem.code, ErrorCode::Gap);
        QCOMPARE(problem.expected, 2);
    }

    void aHoleWithinAPushIsAGapAndNothingIsApplied()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        auto edits = city.number(
            tablet, {{id, kind::report, city.reportFields()}, {id, kind::report, {{name::note, u"a"_s}}}});
        edits.last().edit.seq = 3;
        const auto problem = std::get<Problem>(city.deliver(tablet, edits));
        QCOMPARE(problem.code, ErrorCode::Gap);
        QCOMPARE(problem.expected, 1);
        QVERIFY(city.values(id).isEmpty());
    }

    void anotherEpochIsRefusedWithTheSeqToSendAgainFrom()
    {
        City city;
        Tablet tablet = city.officer();
        city.report(tablet);
        const auto outcome = city.deliver(tablet, {}, u"7.feed"_s);
        const auto problem = std::get<Problem>(outcome);
        QCOMPARE(problem.code, ErrorCode::Epoch);
        QCOMPARE(problem.epoch, city.epochName());
        QCOMPARE(problem.expected, 2);
    }

    void afterARestoreAnEditCoversOnlyWhatWasSeenBeforeIt()
    {
        City city;
        Tablet officer = city.officer();
        Tablet head = city.head();
        const RecordId id = city.report(officer);
        const QString before = city.epochName();
        QCOMPARE_CODE(city.pushOne(officer, {id, kind::report, City::result(100), 1}), ErrorCode::None);
        // The server is restored; version 3 is another edit than the one that the head was shown.
        City::require(city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            auto begun = writing.store.beginEpoch(0, city.clock, city.random);
            return begun ? Result<void>() : begun.error();
        }));
        QVERIFY(city.epochName() != before);
        city.clock.advance(std::chrono::minutes(1));
        QCOMPARE_CODE(city.pushOne(officer, {id, kind::report, City::result(200), 2}), ErrorCode::None);
        const auto result = city.pushOne(
            head, {.record = id, .kind = kind::report, .set = City::result(300), .seen = 3, .epoch = before});
        QCOMPARE_CODE(result, ErrorCode::None);
        QCOMPARE(result.lost, QStringList{u"result"_s});
        QCOMPARE(city.values(id).value(name::value).toInteger(), 300); // by role
        QCOMPARE(city.state(id).groups[u"result"_s].size(), 2);
    }

    void aClockAheadIsCorrectedToTheServersTime()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        const Instant nextYear = city.clock.now() + 365LL * 86'400'000;
        city.pushOne(tablet, {id, kind::report, city.reportFields(), 0, nextYear});
        const auto history = *city.writer.store().records.history(id, kind::report);
        QCOMPARE(history.first().acceptance.at, city.clock.now());
        QCOMPARE(history.first().edit.at, nextYear);
        QCOMPARE(history.first().receivedAt, city.clock.now());
    }

    void anEditNeedsAGrantThatCoversItsRecord_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("scope");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("officer of the unit") << 10 << u"unitA"_s << true;
        QTest::newRow("officer of another unit") << 10 << u"unitB"_s << false;
        QTest::newRow("lead of the block") << 30 << u"block"_s << true;
        QTest::newRow("lead of another block") << 30 << u"otherBlock"_s << false;
        QTest::newRow("council") << 40 << u"city"_s << true;
        QTest::newRow("observer of the city") << 0 << u"city"_s << false;
    }
    void anEditNeedsAGrantThatCoversItsRecord()
    {
        QFETCH(int, role);
        QFETCH(QString, scope);
        QFETCH(bool, allowed);
        City city;
        const QMap<QString, Channel> scopes{{u"unitA"_s, Channel::unit(city.unitA)},
                                            {u"unitB"_s, Channel::unit(city.unitB)},
                                            {u"block"_s, Channel::block(city.block)},
                                            {u"otherBlock"_s, Channel::block(city.otherBlock)},
                                            {u"city"_s, Channel::city()}};
        Tablet tablet = city.person(Role(role), scopes[scope]);
        const auto result = city.pushOne(tablet, {city.newRecord(), kind::report, city.reportFields()});
        QCOMPARE_CODE(result, allowed ? ErrorCode::None : ErrorCode::Forbidden);
    }

    void anOfficerCannotWriteACouncilField()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const Fields score{{name::scoreCouncil, 900}, {name::councilReason, u"tôi muốn"_s}};
        QCOMPARE_CODE(city.pushOne(tablet, {id, kind::report, score, 1}), ErrorCode::Forbidden);
        QVERIFY(!city.values(id).contains(name::scoreCouncil));
    }

    void anExpiredGrantGivesNothing()
    {
        City city;
        const Instant now = city.clock.now();
        Tablet tablet = city.tabletOf(
            city.addPerson({{Role::Officer, Channel::unit(city.unitA), now - 2000, now - 1000}}));
        QCOMPARE_CODE(city.pushOne(tablet, {city.newRecord(), kind::report, city.reportFields()}),
                      ErrorCode::Forbidden);
    }

    void nobodyButTheServerMakesStandings()
    {
        City city;
        Tablet admin = city.person(Role::Admin, Channel::city());
        const RecordId id = city.newRecord();
        const Value::List none;
        const Fields table{{name::block, city.block},
                           {name::scoreTable, Value()},
                           {name::period, u"2023"_s},
                           {name::asOf, qint64(1)},
                           {name::status, u"provisional"_s},
                           {name::reported, 0},
                           {name::expected, 0},
                           {name::groups, none},
                           {name::units, none},
                           {name::groupPoints, none},
                           {name::base, none},
                           {name::bonus, none},
                           {name::penalty, none},
                           {name::total, none},
                           {name::rank, none},
                           {name::previousRank, none},
                           {name::unitReported, none},
                           {name::unitExpected, none}};
        QCOMPARE_CODE(city.pushOne(admin, {id, kind::standing, table}), ErrorCode::Forbidden);
        City::require(server::ServerAuthor(city.writer).author({{id, kind::standing, table}}));
        QCOMPARE(city.state(id).groups[u"table"_s].first().stamp.rank, 50);
    }

    void malformedEditsAreRefusedOneByOne_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("seen");
        QTest::addColumn<int>("code");
        const auto code = [](ErrorCode c) { return int(c); };
        QTest::newRow("wrong type") << u"report"_s << u"scoreSelf=text"_s << 1 << code(ErrorCode::Malformed);
        QTest::newRow("half a group") << u"report"_s << u"value=1"_s << 1 << code(ErrorCode::IncompleteGroup);
        QTest::newRow("not NFC") << u"report"_s << u"note=nfd"_s << 1 << code(ErrorCode::InvalidValue);
        QTest::newRow("not a date") << u"report"_s << u"date"_s << 1 << code(ErrorCode::InvalidValue);
        QTest::newRow("seen what is not there")
            << u"report"_s << u"note=a"_s << 2 << code(ErrorCode::Malformed);
        QTest::newRow("seen less than nothing")
            << u"report"_s << u"note=a"_s << -1 << code(ErrorCode::Malformed);
        QTest::newRow("another kind") << u"movement"_s << u"note=a"_s << 1 << code(ErrorCode::Malformed);
        QTest::newRow("a kind that is no name")
            << u"re port"_s << u"note=a"_s << 1 << code(ErrorCode::Malformed);
        QTest::newRow("too large") << u"report"_s << u"large"_s << 1 << code(ErrorCode::TooLarge);
        QTest::newRow("nothing set") << u"report"_s << u""_s << 1 << code(ErrorCode::Malformed);
    }
    void malformedEditsAreRefusedOneByOne()
    {
        QFETCH(QString, kind);
        QFETCH(QString, field);
        QFETCH(int, seen);
        QFETCH(int, code);
        QMap<QString, Fields> sets{{u"scoreSelf=text"_s, {{name::scoreSelf, u"9"_s}}},
                                   {u"value=1"_s, {{name::value, 1}}},
                                   {u"note=a"_s, {{name::note, u"a"_s}}},
                                   {u"note=nfd"_s, {{name::note, u"e\u0301"_s}}},
                                   {u"date"_s, {{name::occurredOn, u"2023-02-30"_s}, {name::place, Value()}}},
                                   {u""_s, {}}};
        for (int i = 0; i < 40; ++i)
            sets[u"large"_s].insert(u"future%1"_s.arg(i), QString(8000, u'x'));
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto results = city.push(
            tablet, {{id, kind, sets[field], seen}, {id, kind::report, {{name::note, u"sau"_s}}, 1}});
        QCOMPARE_CODE(results.first(), ErrorCode(code));
        // A bad edit takes its number and does not hold up the next one.
        QCOMPARE_CODE(results.last(), ErrorCode::None);
        QCOMPARE(city.values(id).value(name::note).toText(), u"sau"_s);
    }

    void anEditOfARecordThatIsNotThereIsRefused()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        QCOMPARE_CODE(city.pushOne(tablet, {id, kind::report, {{name::note, u"a"_s}}}),
                      ErrorCode::UnknownRecord);
        Fields some = city.reportFields();
        some.insert(name::period, Value());
        QCOMPARE_CODE(city.pushOne(tablet, {id, kind::report, some}), ErrorCode::MissingField);
    }

    void theAnswerToARefusedEditIsKeptAsWell()
    {
        City city;
        Tablet tablet = city.person(Role::Officer, Channel::unit(city.unitB));
        const auto edits = city.number(tablet, {{city.newRecord(), kind::report, city.reportFields()}});
        city.deliver(tablet, edits);
        const auto again = std::get<PushAnswer>(city.deliver(tablet, edits));
        QCOMPARE(again.acked, 1);
        QCOMPARE_CODE(again.results.first(), ErrorCode::Forbidden);
        QVERIFY(!again.results.first().detail.isEmpty());
    }

    void unknownKindsAndFieldsAreKept()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        const Fields set{{name::unit, city.unitA}, {u"colour"_s, u"đỏ"_s}};
        QCOMPARE_CODE(city.pushOne(tablet, {id, u"banner"_s, set}), ErrorCode::None);
        QCOMPARE(city.values(id), set);
        Tablet observer = city.person(Role::Observer, Channel::unit(city.unitA));
        QCOMPARE_CODE(city.pushOne(observer, {id, u"banner"_s, {{u"colour"_s, u"xanh"_s}}, 1}),
                      ErrorCode::Forbidden);
    }

    void aRevokedDeviceIsNotHeard()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto device = *city.writer.store().devices.byId(tablet.id);
        City::require(city.writer.store().devices.revoke(device->number, city.clock.now()));
        const auto outcome =
            city.deliver(tablet, city.number(tablet, {{id, kind::report, {{name::note, u"x"_s}}, 1}}));
        QCOMPARE(std::get<Problem>(outcome).code, ErrorCode::Revoked);
        QCOMPARE(std::get<Problem>(outcome).status, 401);
    }

    void moreThanAThousandEditsAreTooMany()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        const QList<Draft> drafts(1001, {id, kind::report, city.reportFields()});
        const auto problem = std::get<Problem>(city.deliver(tablet, city.number(tablet, drafts)));
        QCOMPARE(problem.status, 413);
        QCOMPARE(problem.code, ErrorCode::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestAcceptor)
#include "tst_acceptor.moc"
