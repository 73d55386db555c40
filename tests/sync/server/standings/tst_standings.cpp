#include "server/standings/standings.h"

#include "city.h"
#include "domain/block.h"
#include "domain/report.h"
#include "domain/standing.h"

using namespace thidua;
using namespace thidua::test;

namespace
{

// Two clusters of 2025 with a score table each (two criteria in group I, one in II, a bonus and a penalty),
// and the server's standings.
class Clusters : public City
{
public:
    Clusters()
    {
        writer.setListener(&standings);
        first = addCluster(u"1"_s, {u"A"_s, u"B"_s, u"C"_s});
        second = addCluster(u"2"_s, {u"D"_s, u"E"_s});
        settle();
    }
    void settle()
    {
        clock.advance(std::chrono::minutes(1));
        writer.settle();
    }
    void write(const RecordId& record, QLatin1String kind, const Fields& set)
    {
        require(server::ServerAuthor(writer).author({{record, kind, set, {}}}));
    }

    RecordId unit(const QString& name) const { return RecordId::named("unit", name.toUtf8()); }
    RecordId criterion(const RecordId& cluster, const QString& name) const
    {
        return RecordId::named("criterion", cluster.toBytes() + name.toUtf8());
    }
    // The unit's own officer reports on a criterion of its cluster.
    RecordId report(const QString& unitName, const QString& criterionName, qint64 score,
                    const QString& period = u"2025-Q4"_s, qint64 submission = 1)
    {
        const RecordId cluster = m_clusterOf.value(unitName);
        domain::Report report;
        report.unit = unit(unitName);
        report.criterion = criterion(cluster, criterionName);
        report.period = period;
        report.scoreSelf = score;
        report.submission = submission;
        report.id = domain::Report::idOf(report.unit, report.criterion, period);
        Tablet officer = person(domain::Role::Officer, domain::Channel::unit(report.unit));
        const auto result = pushOne(officer, {report.id, kind::report, report.toFields()});
        if (result.code != ErrorCode::None)
            qFatal("report: %s", qPrintable(result.detail));
        return report.id;
    }
    domain::Standing standing(const RecordId& cluster, const QString& period = u"2025-Q4"_s)
    {
        const RecordId id = domain::Standing::idOf(cluster, period);
        return domain::Standing::fromFields(id, values(id));
    }
    qint64 version(const RecordId& cluster, const QString& period = u"2025-Q4"_s)
    {
        const auto record = server::ServerAuthor(writer).record(domain::Standing::idOf(cluster, period));
        return *record ? (*record)->version : 0;
    }
    // "A1 7000, B2 4000": the rows in order, with rank and total.
    QString table(const RecordId& cluster, const QString& period = u"2025-Q4"_s)
    {
        QStringList rows;
        for (const domain::StandingRow& row : standing(cluster, period).rows) {
            for (const QString& name : m_clusterOf.keys()) {
                if (unit(name) == row.unit)
                    rows.append(u"%1%2 %3"_s.arg(name).arg(row.rank).arg(row.points.total()));
            }
        }
        return rows.join(u", "_s);
    }

    server::Standings standings;
    RecordId first;
    RecordId second;

private:
    RecordId addCluster(const QString& code, const QStringList& names)
    {
        const RecordId cluster = RecordId::named("cluster", code.toUtf8());
        domain::Block made;
        made.code = code;
        made.name = u"Cụm thi đua "_s + code;
        made.kind = domain::BlockKind::Cluster;
        made.year = 2025;
        write(cluster, kind::block, made.toFields());
        for (const QString& name : names) {
            m_clusterOf.insert(name, cluster);
            addMember(cluster, name);
        }
        addTable(cluster);
        return cluster;
    }
    void addMember(const RecordId& cluster, const QString& name)
    {
        domain::Unit made;
        made.code = name;
        made.name = u"Phường "_s + name;
        made.validFrom = QDate(2025, 7, 1);
        write(unit(name), kind::unit, made.toFields());
        domain::Membership membership;
        membership.block = cluster;
        membership.unit = unit(name);
        membership.year = 2025;
        write(RecordId::named("membership", name.toUtf8()), kind::membership, membership.toFields());
    }
    void addTable(const RecordId& cluster)
    {
        domain::ScoreTable made;
        made.name = u"Bảng chấm điểm"_s;
        made.year = 2025;
        made.block = cluster;
        made.bonusCap = 1000;
        const RecordId id = RecordId::named("table", cluster.toBytes());
        write(id, kind::scoreTable, made.toFields());
        addCriterion(cluster, id, u"c1"_s, u"I"_s, domain::CriterionKind::Base, 2000);
        addCriterion(cluster, id, u"c2"_s, u"I"_s, domain::CriterionKind::Base, 3000);
        addCriterion(cluster, id, u"c3"_s, u"II"_s, domain::CriterionKind::Base, 5000);
        addCriterion(cluster, id, u"plus"_s, u"+"_s, domain::CriterionKind::Bonus, 1500);
        addCriterion(cluster, id, u"minus"_s, u"-"_s, domain::CriterionKind::Penalty, 500);
    }
    void addCriterion(const RecordId& cluster, const RecordId& scoreTable, const QString& name,
                      const QString& group, domain::CriterionKind criterionKind, qint64 maxPoints)
    {
        domain::Criterion made;
        made.scoreTable = scoreTable;
        made.block = cluster;
        made.group = group;
        made.name = name;
        made.kind = criterionKind;
        made.maxPoints = maxPoints;
        write(criterion(cluster, name), kind::criterion, made.toFields());
    }

    QMap<QString, RecordId> m_clusterOf; // by unit name
};

} // namespace

class StandingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutReportsThereIsNoStanding();
    void aStandingEqualsTheSumsByHand();
    void manyPushesMakeOneNewVersion();
    void whatChangesNoPointsWritesNothing();
    void aReturnedReportLeavesTheSums();
    void anotherMaximumCountsAtOnce();
    void aUnitThatLeavesIsNoLongerListed();
    void theRanksOfThePeriodBeforeStandBeside();
    void theCityCountsClustersInWhichNobodyHasReported();
    void aBlockOfBodiesIsNotInTheCitysTable();
    void anEmptiedPeriodIsPutRight();
    void aRestartWritesNothingTwice();
    void theServerIsTheAuthor();
    void whatFollowsTheCommitsEqualsWhatIsComputedFromNothing();
};

void StandingsTest::withoutReportsThereIsNoStanding()
{
    Clusters city;
    QCOMPARE(city.version(city.first), 0);
    QCOMPARE(city.version({}), 0);
}

void StandingsTest::aStandingEqualsTheSumsByHand()
{
    Clusters city;
    city.report(u"A"_s, u"c1"_s, 1500);
    city.report(u"A"_s, u"c2"_s, 2575);
    city.report(u"A"_s, u"c3"_s, 4000);
    city.report(u"A"_s, u"minus"_s, 125); // 1500 + 2575 + 4000 - 125 = 7950
    city.report(u"B"_s, u"c1"_s, 9999);   // at most 2000
    city.report(u"B"_s, u"c3"_s, 5000);
    city.report(u"B"_s, u"plus"_s, 1500);                // at most 1000 in all: 2000 + 5000 + 1000 = 8000
    city.report(u"C"_s, u"c1"_s, 2000, u"2025-Q4"_s, 0); // a draft
    city.settle();

    const domain::Standing standing = city.standing(city.first);
    QCOMPARE(city.table(city.first), u"B1 8000, A2 7950, C0 0"_s);
    QCOMPARE(standing.groups, (QStringList{u"I"_s, u"II"_s}));
    QCOMPARE(standing.rows[0].groupPoints, (QList<qint64>{2000, 5000}));
    QCOMPARE(standing.rows[1].groupPoints, (QList<qint64>{4075, 4000}));
    QCOMPARE(standing.rows[1].points, (domain::Points{8075, 0, 125}));
    QCOMPARE(standing.reported(), 2);
    QCOMPARE(standing.expected(), 3);
    QCOMPARE(standing.asOf, city.clock.now());
    QCOMPARE(city.values(standing.id).value(name::total).toList(), (Value::List{8000, 7950, 0}));
}

void StandingsTest::manyPushesMakeOneNewVersion()
{
    Clusters city;
    for (const QString& criterion : {u"c1"_s, u"c2"_s, u"c3"_s}) {
        for (const QString& unit : {u"A"_s, u"B"_s, u"C"_s})
            city.report(unit, criterion, 1000);
    }
    city.settle();
    QCOMPARE(city.version(city.first), 1);
    city.settle();
    QCOMPARE(city.version(city.first), 1);
}

void StandingsTest::whatChangesNoPointsWritesNothing()
{
    Clusters city;
    const RecordId report = city.report(u"A"_s, u"c1"_s, 1500);
    city.settle();
    city.write(report, kind::report, {{name::note, u"ghi chú"_s}});
    city.settle();
    QCOMPARE(city.version(city.first), 1);
    QCOMPARE(city.version({}), 1);
}

void StandingsTest::aReturnedReportLeavesTheSums()
{
    Clusters city;
    const RecordId report = city.report(u"A"_s, u"c1"_s, 1500);
    city.report(u"A"_s, u"c2"_s, 1000);
    city.settle();
    QCOMPARE(city.table(city.first), u"A1 2500, B0 0, C0 0"_s);
    city.write(report, kind::report, City::review(u"returned"_s, 1, u"thiếu minh chứng"_s));
    city.settle();
    QCOMPARE(city.table(city.first), u"A1 1000, B0 0, C0 0"_s);
    QCOMPARE(city.version(city.first), 2);
}

void StandingsTest::anotherMaximumCountsAtOnce()
{
    Clusters city;
    city.report(u"A"_s, u"c1"_s, 2000);
    city.settle();
    city.write(city.criterion(city.first, u"c1"_s), kind::criterion,
               {{name::kind, u"base"_s},
                {name::scoring, u"graded"_s},
                {name::maxPoints, 1200},
                {name::measure, Value()}});
    city.settle();
    QCOMPARE(city.table(city.first), u"A1 1200, B0 0, C0 0"_s);
}

void StandingsTest::aUnitThatLeavesIsNoLongerListed()
{
    Clusters city;
    city.report(u"A"_s, u"c1"_s, 2000);
    city.report(u"B"_s, u"c1"_s, 1000);
    city.settle();
    city.write(RecordId::named("membership", "A"), kind::membership, {{name::deleted, true}});
    city.settle();
    QCOMPARE(city.table(city.first), u"B1 1000, C0 0"_s);
    QCOMPARE(city.standing({}).expected(), 4);
}

void StandingsTest::theRanksOfThePeriodBeforeStandBeside()
{
    Clusters city;
    city.report(u"A"_s, u"c1"_s, 2000, u"2025-Q3"_s);
    city.report(u"B"_s, u"c1"_s, 1000, u"2025-Q3"_s);
    city.report(u"A"_s, u"c1"_s, 500);
    city.report(u"B"_s, u"c1"_s, 1000);
    city.settle();
    QCOMPARE(city.table(city.first), u"B1 1000, A2 500, C0 0"_s);
    QCOMPARE(city.standing(city.first).rows[0].previousRank, 2);
    QCOMPARE(city.standing(city.first).rows[1].previousRank, 1);
    QCOMPARE(city.standing({}).rows[0].previousRank, 2);
    // A change of the earlier period moves on into the later one.
    city.report(u"C"_s, u"c1"_s, 1500, u"2025-Q3"_s);
    city.settle();
    QCOMPARE(city.standing(city.first).rows[0].previousRank, 3);
}

void StandingsTest::theCityCountsClustersInWhichNobodyHasReported()
{
    Clusters city;
    city.report(u"B"_s, u"c1"_s, 1000);
    city.settle();
    QCOMPARE(city.table({}), u"B1 1000, A0 0, C0 0, D0 0, E0 0"_s);
    QCOMPARE(city.table(city.second), u"D0 0, E0 0"_s);
    city.report(u"E"_s, u"c1"_s, 1500);
    city.settle();
    QCOMPARE(city.table({}), u"E1 1500, B2 1000, A0 0, C0 0, D0 0"_s);
    QCOMPARE(city.version(city.first), 1); // untouched
}

void StandingsTest::aBlockOfBodiesIsNotInTheCitysTable()
{
    Clusters city;
    city.write(
        city.first, kind::block,
        {{name::code, u"1"_s}, {name::name, u"Khối 1"_s}, {name::kind, u"block"_s}, {name::year, 2025}});
    city.report(u"A"_s, u"c1"_s, 1000);
    city.report(u"D"_s, u"c1"_s, 900);
    city.settle();
    QCOMPARE(city.table(city.first), u"A1 1000, B0 0, C0 0"_s);
    QCOMPARE(city.table({}), u"D1 900, E0 0"_s);
}

void StandingsTest::anEmptiedPeriodIsPutRight()
{
    Clusters city;
    const RecordId report = city.report(u"A"_s, u"c1"_s, 1500);
    city.settle();
    city.write(report, kind::report, {{name::deleted, true}});
    city.settle();
    QCOMPARE(city.table(city.first), u"A0 0, B0 0, C0 0"_s);
    QCOMPARE(city.standing({}).reported(), 0);
}

// Changes, deletions and returns, one settlement after the other: the reports that are kept in memory say the
// same as all of them read anew.
void StandingsTest::whatFollowsTheCommitsEqualsWhatIsComputedFromNothing()
{
    Clusters city;
    SeededRandom random(4);
    const QStringList units{u"A"_s, u"B"_s, u"C"_s};
    const QStringList criteria{u"c1"_s, u"c2"_s, u"c3"_s};
    QList<RecordId> made;
    for (int step = 0; step < 60; ++step) {
        const auto& unit = units[qsizetype(random.below(3))];
        const quint64 what = made.isEmpty() ? 0 : random.below(4);
        if (what < 2)
            made.append(city.report(unit, criteria[qsizetype(random.below(3))], qint64(random.below(5000)),
                                    random.below(3) == 0 ? u"2025-Q3"_s : u"2025-Q4"_s));
        else
            city.write(made[qsizetype(random.below(quint64(made.size())))], kind::report,
                       what == 2 ? Fields{{name::deleted, random.below(2) == 0}}
                                 : City::review(u"returned"_s, 1));
        if (random.below(3) == 0)
            continue; // several commits before one settlement
        city.settle();
        const QString kept = city.table(city.first);
        const QString keptBefore = city.table(city.first, u"2025-Q3"_s);
        server::Standings fresh;
        server::ServerAuthor author(city.writer);
        QVERIFY(fresh.settle(author));
        QCOMPARE(city.table(city.first), kept);
        QCOMPARE(city.table(city.first, u"2025-Q3"_s), keptBefore);
    }
}

void StandingsTest::aRestartWritesNothingTwice()
{
    Clusters city;
    const RecordId report = city.report(u"A"_s, u"c1"_s, 1500);
    city.settle();
    city.report(u"B"_s, u"c1"_s, 1000); // the process ends before it settles
    server::Standings another;
    city.writer.setListener(&another);
    city.write(report, kind::report, {{name::note, u"ghi chú"_s}});
    city.settle();
    QCOMPARE(city.table(city.first), u"A1 1500, B2 1000, C0 0"_s);
    QCOMPARE(city.version(city.first), 2);
    QCOMPARE(city.version(city.second), 1);
}

void StandingsTest::theServerIsTheAuthor()
{
    Clusters city;
    city.report(u"A"_s, u"c1"_s, 1500);
    city.settle();
    const auto state = city.state(domain::Standing::idOf(city.first, u"2025-Q4"_s));
    const auto& head = state.groups.value(u"table"_s).first();
    QCOMPARE(head.stamp.rank, 50);
    QVERIFY(head.stamp.author.isNull());
    QCOMPARE(domain::Schema::current().channelOf(QString(kind::standing), head.values),
             domain::Channel::block(city.first));
}

QTEST_APPLESS_MAIN(StandingsTest)
#include "tst_standings.moc"
