#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using domain::Standing;
using domain::StandingRow;

namespace
{

Fields submitted(const RecordId& unit, const RecordId& criterion, qint64 score)
{
    return reportFields(unit, criterion, Value(), score, 1);
}

// What the server would make of these reports.
Fields madeByServer(store::LocalStore& store, const QList<domain::ScoredReport>& reports)
{
    domain::StandingInput input;
    input.block = block;
    input.period = period;
    input.table = domain::ScoreTable::fromFields(scoreTable, (*store.record(scoreTable))->values);
    const auto criteria = store.records(kind::criterion);
    for (const auto& record : *criteria)
        input.criteria.append(domain::Criterion::fromFields(record.id, record.values));
    const auto units = store.records(kind::unit);
    for (const auto& record : *units)
        input.units.append(domain::Unit::fromFields(record.id, record.values));
    input.tieBreak = domain::defaultTieBreak();
    input.reports = reports;
    input.asOf = 1'700'000'000'000;
    return standingOf(input).toFields();
}

domain::ScoredReport scored(const RecordId& unit, const RecordId& criterion, qint64 score)
{
    return domain::scoredReport(reportOf(unit, criterion), submitted(unit, criterion, score));
}

const StandingRow& rowOf(const Standing& standing, const RecordId& unit)
{
    return *std::ranges::find(standing.rows, unit, &StandingRow::unit);
}

} // namespace

class StandingServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutOwnUnsentReportsItIsTheServersTable()
    {
        ServicesFile file;
        const Fields made =
            madeByServer(*file.server, {scored(unitA, graded, 5000), scored(unitB, graded, 6000)});
        file.decisions.row(kind::standing, Standing::idOf(block, period), made);
        file.arrive();
        const auto view = file.services->standings().standing(block, period);
        QVERIFY(view);
        QCOMPARE(view->standing, Standing::fromFields(Standing::idOf(block, period), made));
        QCOMPARE(view->unsent, 0);
        QCOMPARE(view->lead, unitB);
        QCOMPARE(view->unitNames.value(unitA), u"Phường Bến Thành"_s);
    }

    void ownUnsentReportsAreAddedAndTheRanksFollow()
    {
        ServicesFile file;
        file.decisions
            .row(kind::standing, Standing::idOf(block, period),
                 madeByServer(*file.server, {scored(unitA, graded, 5000), scored(unitB, graded, 6000)}))
            .row(kind::report, reportOf(unitA, graded), submitted(unitA, graded, 5000), {.rank = 10});
        file.arrive();
        auto& reports = file.services->reports();
        const auto form = reports.newForm(second, period);
        QVERIFY(reports.submit(form->shown, {{name::scoreSelf, 4000}}));
        const auto view = file.services->standings().standing(block, period);
        QCOMPARE(view->unsent, 1);
        // By hand: A 50 + 40 = 90, B 60, C nothing.
        const Standing& standing = view->standing;
        QCOMPARE(standing.rows.first().unit, unitA);
        QCOMPARE(rowOf(standing, unitA).points.total(), 9000);
        QCOMPARE(rowOf(standing, unitA).rank, 1);
        QCOMPARE(rowOf(standing, unitA).groupPoints, (QList<qint64>{5000, 4000}));
        QCOMPARE(rowOf(standing, unitA).reported, 2);
        QCOMPARE(rowOf(standing, unitB).rank, 2);
        QCOMPARE(rowOf(standing, unitB).points.total(), 6000);
        QCOMPARE(rowOf(standing, unitC).rank, 0);
        QCOMPARE(standing.rows.last().unit, unitC);
    }

    void draftsDoNotCount()
    {
        ServicesFile file;
        file.decisions.row(kind::standing, Standing::idOf(block, period),
                           madeByServer(*file.server, {scored(unitB, graded, 6000)}));
        file.arrive();
        auto& reports = file.services->reports();
        QVERIFY(reports.save(reports.newForm(second, period)->shown, {{name::scoreSelf, 4000}}));
        const auto view = file.services->standings().standing(block, period);
        QCOMPARE(rowOf(view->standing, unitA).rank, 0);
    }

    void whoHoldsAllReportsComputesTheSameTableAsTheServer()
    {
        ServicesFile file(leadOf(block));
        QVERIFY(!file.services->standings().standing(block, period));
        for (const RecordId& unit : {unitA, unitB, unitC}) {
            file.decisions.row(kind::report, reportOf(unit, graded),
                               submitted(unit, graded, unit == unitC ? 9000 : 6000), {.rank = 10});
        }
        file.arrive();
        const auto view = file.services->standings().standing(block, period);
        QVERIFY(view);
        const Fields made =
            madeByServer(*file.server, {scored(unitA, graded, 6000), scored(unitB, graded, 6000),
                                        scored(unitC, graded, 9000)});
        const auto servers = Standing::fromFields(Standing::idOf(block, period), made);
        QVERIFY(view->standing.equalsExceptTime(servers));
        QCOMPARE(rowOf(view->standing, unitC).rank, 1);
        QCOMPARE(rowOf(view->standing, unitA).rank, rowOf(view->standing, unitB).rank);
    }

    void theOwnBlockComesFirstAndPeriodsNewestFirst()
    {
        ServicesFile file;
        const RecordId another = idOf("another block");
        file.decisions.row(kind::block, another,
                           {{name::code, u"2"_s},
                            {name::name, u"Cụm thi đua 0"_s},
                            {name::kind, u"cluster"_s},
                            {name::year, 2025}});
        for (const auto& [about, when] : QList<std::pair<RecordId, QString>>{
                 {block, u"2024"_s}, {another, period}, {RecordId(), period}}) {
            Fields fields = madeByServer(*file.server, {});
            fields.insert(name::block, about.isNull() ? Value() : Value(about));
            fields.insert(name::period, when);
            file.decisions.row(kind::standing, Standing::idOf(about, when), fields);
        }
        file.arrive();
        const auto choices = file.services->standings().choices();
        QCOMPARE(choices->size(), 3);
        QCOMPARE(choices->at(0).id, block);
        QCOMPARE(choices->at(0).periods, (QStringList{period, u"2024"_s}));
        QCOMPARE(choices->at(1).id, another);
        QVERIFY(choices->at(2).id.isNull());
    }
};

QTEST_GUILESS_MAIN(StandingServiceTest)
#include "tst_standingservice.moc"
