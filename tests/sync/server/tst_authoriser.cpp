#include "city.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;

// What an edit is judged by: the state its author had seen, the channels it touches, the merge it enters.
class TestAuthoriser : public QObject
{
    Q_OBJECT

    // A report that its officer has handed in and the lead has appraised; version 4.
    static RecordId appraised(City& city, Tablet& officer, Tablet& lead)
    {
        const RecordId id = city.report(officer);
        city.pushOne(officer, {id, kind::report, City::result(50), 1});
        city.pushOne(officer, {id, kind::report, {{name::submission, 1}}, 2});
        const auto review = city.pushOne(lead, {id, kind::report, City::review(u"appraised"_s, 1), 3});
        if (review.code != ErrorCode::None)
            qFatal("appraised: %s", qPrintable(review.detail));
        return id;
    }

private Q_SLOTS:
    void theHigherRoleWinsOverTheLaterTime()
    {
        City city;
        Tablet officer = city.officer();
        Tablet head = city.head();
        const RecordId id = city.report(officer);
        city.clock.advance(std::chrono::hours(2));
        const Instant early = city.clock.now() - 3'600'000;
        const auto first = city.pushOne(head, {id, kind::report, City::result(300), 1, early});
        QVERIFY(first.lost.isEmpty());
        const auto second = city.pushOne(officer, {id, kind::report, City::result(200), 1});
        QCOMPARE(second.lost, QStringList{u"result"_s});
        QCOMPARE(city.values(id).value(name::value).toInteger(), 300);
        const auto heads = city.state(id).groups[u"result"_s];
        QCOMPARE(heads.size(), 2); // the losing value is still there
    }

    void theLaterOfTwoEqualsWins()
    {
        City city;
        Tablet a = city.officer();
        Tablet b = city.officer();
        const RecordId id = city.report(a);
        city.clock.advance(std::chrono::hours(1));
        const Instant now = city.clock.now();
        city.pushOne(b, {id, kind::report, City::result(2), 1, now - 1000});
        city.pushOne(a, {id, kind::report, City::result(1), 1, now - 2000});
        QCOMPARE(city.values(id).value(name::value).toInteger(), 2);
    }

    void whoHasSeenTheValueReplacesItWhateverTheirClock()
    {
        City city;
        Tablet head = city.head();
        Tablet officer = city.officer();
        const RecordId id = city.report(officer);
        city.pushOne(head, {id, kind::report, City::result(300), 1});
        const auto result = city.pushOne(officer, {id, kind::report, City::result(301), 2, 1});
        QVERIFY(result.lost.isEmpty());
        QCOMPARE(city.values(id).value(name::value).toInteger(), 301);
        QCOMPARE(city.state(id).groups[u"result"_s].size(), 1);
    }

    void anEditMadeUnknowinglyAgainstALockStandsBesideTheValue()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = appraised(city, officer, lead);
        Tablet other = city.officer(); // a second tablet, last synced at version 3
        const auto late = city.pushOne(other, {id, kind::report, City::result(99), 3});
        QCOMPARE_CODE(late, ErrorCode::None);
        QCOMPARE(late.lost, QStringList{u"result"_s});
        QCOMPARE(city.values(id).value(name::value).toInteger(), 50);
        const auto history = *city.writer.store().records.history(id, kind::report);
        QCOMPARE(history.last().acceptance.lateGroups, QList<QString>{u"result"_s});
        QCOMPARE(city.state(id).groups[u"result"_s].last().stamp.rank, 0);
    }

    void anEditMadeKnowinglyAgainstALockIsRefused()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = appraised(city, officer, lead);
        QCOMPARE_CODE(city.pushOne(officer, {id, kind::report, City::result(99), 4}), ErrorCode::StateLocked);
    }

    void aTabletKnowsItsOwnEarlierEditsWithoutHavingSeenTheirVersions()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        city.pushOne(officer, {id, kind::report, {{name::submission, 1}}, 1});
        city.pushOne(lead, {id, kind::report, City::review(u"returned"_s, 1, u"thiếu minh chứng"_s), 2});
        // Offline, having seen the return: corrects and hands in again, in two saves of one push.
        const auto results = city.push(officer, {{id, kind::report, City::result(80), 3},
                                                 {id, kind::report, {{name::submission, 2}}, 3}});
        QCOMPARE_CODE(results[0], ErrorCode::None);
        QCOMPARE_CODE(results[1], ErrorCode::None);
        QCOMPARE(domain::stateOf(QString(kind::report), city.values(id)), u"submitted"_s);
    }

    void aStepThatIsNoneIsRefused()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::report, City::review(u"decided"_s, 0), 1}),
                      ErrorCode::IllegalMove);
    }

    void aProposalOfALowerRankStandsBesideTheDecision()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        Tablet council = city.council();
        const RecordId id = appraised(city, officer, lead);
        const auto score = [](qint64 points) {
            return Fields{{name::scoreAppraisal, points}, {name::appraisalReason, u"r"_s}};
        };
        city.pushOne(council, {id, kind::report, score(900), 4});
        const auto proposal = city.pushOne(lead, {id, kind::report, score(500), 5});
        QCOMPARE_CODE(proposal, ErrorCode::None);
        QCOMPARE(proposal.lost, QStringList{u"appraisal"_s});
        QCOMPARE(city.values(id).value(name::scoreAppraisal).toInteger(), 900);
        // Somebody of the rank settles it.
        QVERIFY(city.pushOne(council, {id, kind::report, score(500), 6}).lost.isEmpty());
        QCOMPARE(city.state(id).groups[u"appraisal"_s].size(), 1);
    }

    void aRecordIsPushedOverToNobodyAndTakenFromNobody()
    {
        City city;
        Tablet officer = city.officer();
        const RecordId id = city.report(officer);
        Tablet other = city.person(Role::Officer, Channel::unit(city.unitB));
        QCOMPARE_CODE(city.pushOne(officer, {id, kind::report, city.reportOf(city.unitB), 1}),
                      ErrorCode::Forbidden);
        QCOMPARE_CODE(city.pushOne(other, {id, kind::report, city.reportOf(city.unitB), 1}),
                      ErrorCode::Forbidden);
        Tablet lead = city.lead();
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::report, city.reportOf(city.unitB), 1}), ErrorCode::None);
        QCOMPARE(city.values(id).value(name::unit).toId(), city.unitB);
    }

    void rightsFollowTheMembershipOfToday()
    {
        City city;
        Tablet council = city.council();
        Tablet lead = city.lead();
        const auto memberships =
            *server::ServerAuthor(city.writer).values(kind::membership, Channel::city().name());
        for (const server::StoredRecord& record : memberships) {
            if (record.values.value(name::unit).toId() == city.unitA)
                city.pushOne(council, {record.record, kind::membership, {{name::deleted, true}}, 1});
        }
        QCOMPARE_CODE(city.pushOne(lead, {city.newRecord(), kind::report, city.reportFields()}),
                      ErrorCode::Forbidden);
        QCOMPARE_CODE(city.pushOne(lead, {city.newRecord(), kind::report, city.reportOf(city.unitB)}),
                      ErrorCode::None);
    }

    void anEditSurvivesAConcurrentDeletion()
    {
        City city;
        Tablet a = city.officer();
        Tablet b = city.officer();
        const RecordId id = city.report(a);
        QCOMPARE_CODE(city.pushOne(a, {id, kind::report, {{name::deleted, true}}, 1}), ErrorCode::None);
        const auto result = city.pushOne(b, {id, kind::report, City::result(5), 1});
        QCOMPARE_CODE(result, ErrorCode::None);
        QCOMPARE(result.lost, QStringList{u"deleted"_s});
        QVERIFY(city.values(id).value(name::deleted).toBool());
        QCOMPARE(city.values(id).value(name::value).toInteger(), 5);
    }

    // A database that does not answer is no reason to say yes, and no reason to say no.
    void withoutAnAnswerOfTheDatabaseNobodyIsJudged_data()
    {
        QTest::addColumn<QByteArray>("gone");
        for (const char* table : {"edit", "receipt"})
            QTest::newRow(table) << QByteArray("ALTER TABLE ") + table + " RENAME TO gone";
    }
    void withoutAnAnswerOfTheDatabaseNobodyIsJudged()
    {
        QFETCH(QByteArray, gone);
        City city;
        Tablet officer = city.officer();
        Tablet other = city.officer();
        const RecordId id = city.report(officer);
        city.pushOne(officer, {id, kind::report, City::result(50), 1});
        const auto edits = city.number(other, {{id, kind::report, City::result(60), 1}});
        const auto done = city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            // The record is at hand; what its author had seen is asked of the database.
            if (auto loaded = writing.working.record(id); !loaded)
                return loaded.error();
            if (auto spoilt = writing.store.connection().execute(gone); !spoilt)
                return spoilt;
            auto pushed = server::Acceptor(writing.store, writing.working)
                              .push(other.id, protocol::PushRequest{city.epochName(), edits}, writing.now);
            return pushed ? Result<void>() : pushed.error();
        });
        QVERIFY(!done);
        QCOMPARE((*city.writer.store().devices.byId(other.id))->mark, 0);
    }

    // C3: what refers to something deleted is neither refused nor taken along, and the deletion can be
    // undone.
    void aReportOfACriterionDeletedMeanwhileIsAcceptedAndStays()
    {
        City city;
        Tablet council = city.council();
        Tablet officer = city.officer();
        const RecordId criterion = city.newRecord();
        const Fields place{{name::scoreTable, city.newRecord()},
                           {name::block, city.block},
                           {name::group, u"I"_s},
                           {name::number, 1}};
        Fields made{{name::name, u"Tiêu chí"_s},
                    {name::kind, u"base"_s},
                    {name::scoring, u"graded"_s},
                    {name::maxPoints, 1000},
                    {name::measure, Value()}};
        made.insert(place);
        QCOMPARE_CODE(city.pushOne(council, {criterion, kind::criterion, made}), ErrorCode::None);
        QCOMPARE_CODE(city.pushOne(council, {criterion, kind::criterion, {{name::deleted, true}}, 1}),
                      ErrorCode::None);
        Fields fields = city.reportFields();
        fields.insert(name::criterion, criterion);
        const RecordId report = city.newRecord();
        QCOMPARE_CODE(city.pushOne(officer, {report, kind::report, fields}), ErrorCode::None);
        QVERIFY(city.values(criterion).value(name::deleted).toBool());
        QVERIFY(!city.values(report).value(name::deleted).toBool());
        QCOMPARE(city.values(report).value(name::criterion).toId(), criterion);
        QCOMPARE_CODE(city.pushOne(council, {criterion, kind::criterion, {{name::deleted, false}}, 2}),
                      ErrorCode::None);
        QVERIFY(!city.values(criterion).value(name::deleted).toBool());
    }
};

QTEST_APPLESS_MAIN(TestAuthoriser)
#include "tst_authoriser.moc"
