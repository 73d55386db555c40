#include "city.h"
#include "domain/ballot.h"
#include "domain/commendation.h"

using namespace thidua;
using namespace thidua::test;
using domain::Channel;
using domain::Role;

// The parts of the year at acceptance: the same schema, permissions and legal moves as on the devices, asked
// again by the server of whoever sends.
class TestYearRules : public QObject
{
    Q_OBJECT

    static void accepted(const protocol::PushResult& result)
    {
        if (result.code != ErrorCode::None)
            qFatal("accepted: %s", qPrintable(result.detail));
    }
    static Fields dossier(const City& city)
    {
        domain::Commendation made;
        made.unit = city.unitA;
        made.awardForm = RecordId::named("test", "award");
        made.year = 2023;
        made.proposal = u"tờ trình"_s;
        made.achievementReport = u"báo cáo"_s;
        made.minutes = u"biên bản"_s;
        return made.toFields();
    }
    static Fields judgement(const QString& status, const QString& reason = u"lý do"_s)
    {
        return {{name::status, status},
                {name::reason, reason},
                {name::reviewedSubmission, 1},
                {name::ballot, RecordId::named("test", "ballot")},
                {name::awardDecision, RecordId::named("test", "decision")}};
    }
    // A dossier of unit A that its officer has handed in; version 2.
    static RecordId handedIn(City& city, Tablet& officer)
    {
        const RecordId id = city.newRecord();
        accepted(city.pushOne(officer, {id, kind::commendation, dossier(city)}));
        accepted(city.pushOne(officer, {id, kind::commendation, {{name::submission, 1}}, 1}));
        return id;
    }
    // A dossier that was voted on; version 4.
    static RecordId voted(City& city, Tablet& officer, Tablet& lead)
    {
        const RecordId id = handedIn(city, officer);
        accepted(city.pushOne(lead, {id, kind::commendation, judgement(u"appraised"_s), 2}));
        accepted(city.pushOne(lead, {id, kind::commendation, judgement(u"voted"_s), 3}));
        return id;
    }
    static QString stateOf(City& city, QLatin1String kind, const RecordId& id)
    {
        return domain::stateOf(QString(kind), city.values(id));
    }
    // A ballot on the block's next lead; version 1.
    static RecordId ballot(City& city, Tablet& lead)
    {
        domain::Ballot made;
        made.name = u"Bầu khối trưởng"_s;
        made.kind = domain::BallotKind::Election;
        made.block = city.block;
        made.candidates = {city.unitA, city.unitB};
        made.rule = {domain::VoteBasis::Present, 6667, 5001, domain::Secrecy::Secret};
        made.heldOn = QDate(2023, 11, 14);
        const RecordId id = city.newRecord();
        accepted(city.pushOne(lead, {id, kind::ballot, made.toFields()}));
        return id;
    }
    static Fields count(qint64 first, qint64 second)
    {
        return {{name::members, 10},
                {name::present, 10},
                {name::votes, Value::List{first, second}},
                {name::against, 0},
                {name::invalid, 0}};
    }
    static Fields status(const QString& to, const Value& reason = {})
    {
        return {{name::status, to}, {name::reason, reason}};
    }

private Q_SLOTS:
    void anOfficerDecidesNoCommendation()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        const RecordId id = voted(city, officer, lead);
        Tablet another = city.officer();
        QCOMPARE_CODE(city.pushOne(another, {id, kind::commendation, judgement(u"decided"_s), 4}),
                      ErrorCode::Forbidden);
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::commendation, judgement(u"decided"_s), 4}),
                      ErrorCode::IllegalMove); // the block votes, the council decides
        QCOMPARE(stateOf(city, kind::commendation, id), u"voted"_s);
        Tablet council = city.council();
        QCOMPARE_CODE(city.pushOne(council, {id, kind::commendation, judgement(u"decided"_s), 4}),
                      ErrorCode::None);
        QCOMPARE(stateOf(city, kind::commendation, id), u"decided"_s);
    }

    void aStepIsNotSkipped()
    {
        City city;
        Tablet officer = city.officer();
        Tablet council = city.council();
        const RecordId id = handedIn(city, officer);
        for (const auto& to : {u"voted"_s, u"decided"_s, u"rejected"_s, u"revoked"_s})
            QCOMPARE_CODE(city.pushOne(council, {id, kind::commendation, judgement(to), 2}),
                          ErrorCode::IllegalMove);
    }

    void aDossierOfAnotherUnitIsNotHandedInByAnOfficer()
    {
        City city;
        Tablet stranger = city.person(Role::Officer, Channel::unit(city.unitB));
        QCOMPARE_CODE(city.pushOne(stranger, {city.newRecord(), kind::commendation, dossier(city)}),
                      ErrorCode::Forbidden);
    }

    void aRevocationWithTheDecisionThatGrantedIsRefused()
    {
        City city;
        Tablet officer = city.officer();
        Tablet lead = city.lead();
        Tablet council = city.council();
        const RecordId id = voted(city, officer, lead);
        accepted(city.pushOne(council, {id, kind::commendation, judgement(u"decided"_s), 4}));
        QCOMPARE_CODE(city.pushOne(council, {id, kind::commendation, judgement(u"revoked"_s), 5}),
                      ErrorCode::IllegalMove);
        Fields own = judgement(u"revoked"_s, u"Khai man"_s);
        own.insert(name::awardDecision, RecordId::named("test", "revocation"));
        QCOMPARE_CODE(city.pushOne(council, {id, kind::commendation, own, 5}), ErrorCode::None);
        QCOMPARE(stateOf(city, kind::commendation, id), u"revoked"_s);
    }

    void theLeadsCountStandsAgainstTheSecretarysProposal()
    {
        City city;
        Tablet lead = city.lead();
        Tablet secretary = city.person(Role::Officer, Channel::block(city.block));
        const RecordId id = ballot(city, lead);
        accepted(city.pushOne(lead, {id, kind::ballot, count(4, 6), 1}));
        // Though the secretary had seen the lead's count and comes later
        const auto proposed = city.pushOne(secretary, {id, kind::ballot, count(7, 3), 2});
        QCOMPARE_CODE(proposed, ErrorCode::None);
        QCOMPARE(proposed.lost, QStringList{u"count"_s});
        QCOMPARE(city.values(id).value(name::votes), Value(Value::List{4, 6}));
        QCOMPARE(city.state(id).groups[u"count"_s].size(), 2); // it stands beside
        // until the lead has seen it and says so
        accepted(city.pushOne(lead, {id, kind::ballot, count(7, 3), 3}));
        QCOMPARE(city.values(id).value(name::votes), Value(Value::List{7, 3}));
        QCOMPARE(city.state(id).groups[u"count"_s].size(), 1);
    }

    void aClosedBallotIsLockedForItsLead()
    {
        City city;
        Tablet lead = city.lead();
        const RecordId id = ballot(city, lead);
        accepted(city.pushOne(lead, {id, kind::ballot, count(4, 6), 1}));
        accepted(city.pushOne(lead, {id, kind::ballot, status(u"closed"_s), 2}));
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::ballot, count(6, 4), 3}), ErrorCode::StateLocked);
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::ballot, status(u"open"_s, u"đếm lại"_s), 3}),
                      ErrorCode::IllegalMove);
        Tablet council = city.council();
        QCOMPARE_CODE(city.pushOne(council, {id, kind::ballot, status(u"open"_s, u"đếm lại"_s), 3}),
                      ErrorCode::None);
    }

    void aLeadOfAnotherBlockWritesNothingHere()
    {
        City city;
        Tablet lead = city.lead();
        const RecordId id = ballot(city, lead);
        Tablet stranger = city.person(Role::BlockLead, Channel::block(city.otherBlock));
        QCOMPARE_CODE(city.pushOne(stranger, {id, kind::ballot, count(4, 6), 1}), ErrorCode::Forbidden);
    }

    void halfACountIsRefused()
    {
        City city;
        Tablet lead = city.lead();
        const RecordId id = ballot(city, lead);
        QCOMPARE_CODE(city.pushOne(lead, {id, kind::ballot, {{name::votes, Value::List{4, 6}}}, 1}),
                      ErrorCode::IncompleteGroup);
    }

    void theInspectedUnitDoesNotCloseItsInspection()
    {
        City city;
        Tablet lead = city.lead();
        Tablet head = city.head();
        const RecordId id = city.newRecord();
        accepted(city.pushOne(
            lead,
            {id,
             kind::inspection,
             {{name::unit, city.unitA}, {name::block, city.block}, {name::occurredOn, u"2023-11-10"_s}}}));
        QCOMPARE_CODE(city.pushOne(head, {id, kind::inspection, {{name::answer, u"đã làm"_s}}, 1}),
                      ErrorCode::None);
        QCOMPARE_CODE(city.pushOne(head, {id, kind::inspection, status(u"closed"_s, u"xong"_s), 2}),
                      ErrorCode::Forbidden);
    }

    void anAnnouncementToTheCityIsTheCouncils()
    {
        City city;
        Tablet lead = city.lead();
        Tablet council = city.council();
        const Fields said{{name::name, u"Thông báo"_s}, {name::text, u"nội dung"_s}};
        QCOMPARE_CODE(city.pushOne(lead, {city.newRecord(), kind::announcement, said}), ErrorCode::Forbidden);
        QCOMPARE_CODE(city.pushOne(council, {city.newRecord(), kind::announcement, said}), ErrorCode::None);
    }
};

QTEST_APPLESS_MAIN(TestYearRules)
#include "tst_yearrules.moc"
