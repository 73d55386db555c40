#include "city.h"

using namespace thidua;
using namespace thidua::test;

// Edits that share a `together` id are accepted or refused as one.
class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreAcceptedOrNone()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.newRecord();
        const auto one = TogetherId::create(city.clock, city.random);
        const auto results = city.push(
            tablet, {{.record = id, .kind = kind::report, .set = city.reportFields(), .together = one},
                     {.record = id, .kind = kind::report, .set = City::result(70), .together = one},
                     {.record = city.newRecord(),
                      .kind = kind::report,
                      .set = city.reportOf(city.unitB),
                      .together = one}});
        QCOMPARE_CODE(results[0], ErrorCode::TogetherRefused);
        QCOMPARE_CODE(results[1], ErrorCode::TogetherRefused);
        QCOMPARE_CODE(results[2], ErrorCode::Forbidden);
        QCOMPARE(results[0].version, 0);
        QVERIFY(city.values(id).isEmpty());
    }

    void whatWasThereBeforeStaysAsItWas()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto one = TogetherId::create(city.clock, city.random);
        const auto results = city.push(
            tablet,
            {{id, kind::report, City::result(10), 1},
             {.record = id, .kind = kind::report, .set = City::result(20), .seen = 1, .together = one},
             {.record = id, .kind = kind::report, .set = {{name::value, 5}}, .seen = 1, .together = one},
             {id, kind::report, {{name::note, u"sau"_s}}, 1}});
        QCOMPARE_CODE(results[0], ErrorCode::None);
        QCOMPARE_CODE(results[1], ErrorCode::TogetherRefused);
        QCOMPARE_CODE(results[2], ErrorCode::IncompleteGroup);
        QCOMPARE_CODE(results[3], ErrorCode::None);
        QCOMPARE(results[3].version, 3);
        QCOMPARE(city.values(id).value(name::value).toInteger(), 10);
        QCOMPARE(city.writer.store().records.history(id, kind::report)->size(), 3);
    }

    void groupsDoNotTouchEachOther()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto good = TogetherId::create(city.clock, city.random);
        const auto bad = TogetherId::create(city.clock, city.random);
        const auto results = city.push(
            tablet,
            {{.record = id, .kind = kind::report, .set = City::result(20), .seen = 1, .together = good},
             {.record = id, .kind = kind::report, .set = {{name::note, u"a"_s}}, .seen = 1, .together = good},
             {.record = id, .kind = kind::report, .set = {{name::note, u"b"_s}}, .seen = 1, .together = bad},
             {.record = id, .kind = kind::report, .set = {{name::note, 7}}, .seen = 1, .together = bad}});
        QCOMPARE_CODE(results[0], ErrorCode::None);
        QCOMPARE_CODE(results[1], ErrorCode::None);
        QCOMPARE_CODE(results[2], ErrorCode::TogetherRefused);
        QCOMPARE_CODE(results[3], ErrorCode::Malformed);
        QCOMPARE(city.values(id).value(name::note).toText(), u"a"_s);
    }

    void aGroupThatIsScatteredIsRefusedWhole()
    {
        City city;
        Tablet tablet = city.officer();
        const RecordId id = city.report(tablet);
        const auto one = TogetherId::create(city.clock, city.random);
        const auto results = city.push(
            tablet,
            {{.record = id, .kind = kind::report, .set = City::result(20), .seen = 1, .together = one},
             {id, kind::report, {{name::note, u"giữa"_s}}, 1},
             {.record = id, .kind = kind::report, .set = City::result(30), .seen = 1, .together = one}});
        QCOMPARE_CODE(results[0], ErrorCode::Malformed);
        QCOMPARE_CODE(results[1], ErrorCode::None);
        QCOMPARE_CODE(results[2], ErrorCode::Malformed);
        QVERIFY(!city.values(id).contains(name::value));
    }

    void aMembershipThatIsTakenBackGivesNoRights()
    {
        City city;
        Tablet council = city.council();
        Tablet lead = city.lead();
        const auto one = TogetherId::create(city.clock, city.random);
        const Fields join{{name::block, city.block},
                          {name::unit, city.outside},
                          {name::year, 2023},
                          {name::role, u"member"_s}};
        city.push(council,
                  {{.record = city.newRecord(), .kind = kind::membership, .set = join, .together = one},
                   {.record = city.newRecord(),
                    .kind = kind::movement,
                    .set = {{name::note, 1}},
                    .together = one}});
        QCOMPARE_CODE(city.pushOne(lead, {city.newRecord(), kind::report, city.reportOf(city.outside)}),
                      ErrorCode::Forbidden);
        QCOMPARE_CODE(city.pushOne(council, {city.newRecord(), kind::membership, join}), ErrorCode::None);
        QCOMPARE_CODE(city.pushOne(lead, {city.newRecord(), kind::report, city.reportOf(city.outside)}),
                      ErrorCode::None);
    }
};

QTEST_APPLESS_MAIN(TestTogether)
#include "tst_together.moc"
