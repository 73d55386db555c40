#include "domain/names.h"
#include "domain/schema.h"
#include "domain/standing.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

RecordId record(const QString& name)
{
    return RecordId::named("test", name.toUtf8());
}

// Builds the input of a block with the units A, B, C… and criteria named by their kind and group.
class Sheet
{
public:
    Sheet()
    {
        m_input.block = record(u"K"_s);
        m_input.period = u"2023"_s;
        m_input.table.id = record(u"T"_s);
        m_input.tieBreak = defaultTieBreak();
    }
    Sheet& caps(std::optional<qint64> bonus, std::optional<qint64> penalty)
    {
        m_input.table.bonusCap = bonus;
        m_input.table.penaltyCap = penalty;
        return *this;
    }
    Sheet& criterion(const QString& name, const QString& group, std::optional<qint64> maxPoints,
                     CriterionKind kind = CriterionKind::Base)
    {
        Criterion made;
        made.id = record(name);
        made.scoreTable = record(u"T"_s);
        made.group = group;
        made.kind = kind;
        made.maxPoints = maxPoints;
        m_input.criteria.append(made);
        return *this;
    }
    Sheet& units(const QStringList& names)
    {
        for (const QString& name : names) {
            Unit made;
            made.id = record(name);
            made.name = name;
            m_input.units.append(made);
        }
        return *this;
    }
    Sheet& report(const QString& unit, const QString& criterion, qint64 points,
                  ReportState state = ReportState::Submitted, ScoreStage stage = ScoreStage::Self)
    {
        m_input.reports.append({record(u"report %1"_s.arg(m_input.reports.size())), record(unit),
                                record(criterion), state, stage, points});
        return *this;
    }
    Sheet& previous(const QString& unit, int rank)
    {
        m_input.previousRanks.insert(record(unit), rank);
        return *this;
    }
    Sheet& tieBreak(const QList<TieBreak>& rule)
    {
        m_input.tieBreak = rule;
        return *this;
    }
    [[nodiscard]] StandingInput& input() { return m_input; }
    [[nodiscard]] Standing standing() const { return standingOf(m_input); }

private:
    StandingInput m_input;
};

StandingRow rowOf(const Standing& standing, const QString& unit)
{
    const auto found = std::ranges::find(standing.rows, record(unit), &StandingRow::unit);
    return found == standing.rows.end() ? StandingRow{} : *found;
}

// "A1 B2 B2": units in the order of the rows, with their ranks.
QString places(const Standing& standing, const QStringList& units)
{
    QStringList result;
    for (const StandingRow& row : standing.rows) {
        for (const QString& unit : units) {
            if (record(unit) == row.unit)
                result.append(unit + QString::number(row.rank));
        }
    }
    return result.join(u' ');
}

Sheet threeUnits()
{
    Sheet sheet;
    sheet.units({u"A"_s, u"B"_s, u"C"_s})
        .criterion(u"c1"_s, u"I"_s, 2000)
        .criterion(u"c2"_s, u"I"_s, 3000)
        .criterion(u"c3"_s, u"II"_s, 5000)
        .criterion(u"plus"_s, u"+"_s, 1000, CriterionKind::Bonus)
        .criterion(u"minus"_s, u"-"_s, {}, CriterionKind::Penalty);
    return sheet;
}

const QStringList abc{u"A"_s, u"B"_s, u"C"_s};

} // namespace

class StandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyBlockHasAnEmptyTable();
    void beforeAnybodyReportsNobodyIsRanked();
    void aTableByHand();
    void ninetySevenAndTenAreOneHundredAndSeven();
    void bonusAndPenaltyAreCappedByTheTable();
    void tiesAreBrokenByTheBlocksRule();
    void fullTiesShareARankAndAreOrderedByName();
    void draftsAndReturnedReportsAreMissing();
    void twoReportsOnOneCriterionCountOnce();
    void strangersArePassedOver();
    void groupsStandInRomanOrder();
    void theRanksOfThePeriodBeforeStandBeside();
    void itIsPublishedWhenAllThatCountsIs();
    void theOrderOfTheInputDoesNotMatter();
    void itSurvivesItsFields();
    void onlyTheTimeMayDiffer();
    void theCityRanksAllClusters();
    void theCityTakesTablesWithOtherGroups();
    void theCityIsPublishedWithItsLastCluster();
    void aCityOfThreeThousandUnitsIsComputedWhole();
};

void StandingTest::anEmptyBlockHasAnEmptyTable()
{
    const Standing standing = Sheet().standing();
    QVERIFY(standing.rows.isEmpty());
    QCOMPARE(standing.expected(), 0);
    QCOMPARE(standing.reported(), 0);
    QCOMPARE(standing.status, StandingStatus::Provisional);
    QVERIFY(checkShape(Schema::current(), QString(kind::standing), standing.toFields(), true).ok());
}

void StandingTest::beforeAnybodyReportsNobodyIsRanked()
{
    const Standing standing = threeUnits().standing();
    QCOMPARE(places(standing, abc), u"A0 B0 C0"_s);
    QCOMPARE(standing.expected(), 3);
    QCOMPARE(standing.reported(), 0);
    QCOMPARE(rowOf(standing, u"A"_s).expected, 3); // bonus and penalty are not expected of anybody
}

void StandingTest::aTableByHand()
{
    const Standing standing = threeUnits()
                                  .report(u"A"_s, u"c1"_s, 1500)
                                  .report(u"A"_s, u"c2"_s, 2575)
                                  .report(u"A"_s, u"c3"_s, 4000)
                                  .report(u"A"_s, u"minus"_s, 125)
                                  .report(u"B"_s, u"c1"_s, 9999) // more than there is: 2000
                                  .report(u"B"_s, u"c3"_s, 5000)
                                  .report(u"B"_s, u"plus"_s, 1000)
                                  .standing();
    QCOMPARE(standing.groups, (QStringList{u"I"_s, u"II"_s}));
    QCOMPARE(rowOf(standing, u"A"_s),
             (StandingRow{record(u"A"_s), {4075, 4000}, {8075, 0, 125}, 2, 0, 3, 3}));
    QCOMPARE(rowOf(standing, u"A"_s).points.total(), 7950);
    QCOMPARE(rowOf(standing, u"B"_s),
             (StandingRow{record(u"B"_s), {2000, 5000}, {7000, 1000, 0}, 1, 0, 2, 3}));
    QCOMPARE(rowOf(standing, u"B"_s).points.total(), 8000);
    QCOMPARE(rowOf(standing, u"C"_s), (StandingRow{record(u"C"_s), {0, 0}, {0, 0, 0}, 0, 0, 0, 3}));
    QCOMPARE(places(standing, abc), u"B1 A2 C0"_s);
    QCOMPARE(standing.reported(), 2);
}

void StandingTest::ninetySevenAndTenAreOneHundredAndSeven()
{
    const Standing standing = Sheet()
                                  .units({u"A"_s, u"B"_s})
                                  .criterion(u"base"_s, u"I"_s, 10000)
                                  .criterion(u"flag"_s, u"+"_s, 1000, CriterionKind::Bonus)
                                  .report(u"A"_s, u"base"_s, 10000)
                                  .report(u"B"_s, u"base"_s, 9700)
                                  .report(u"B"_s, u"flag"_s, 1000)
                                  .standing();
    QCOMPARE(rowOf(standing, u"B"_s).points.total(), 10700);
    QCOMPARE(places(standing, abc), u"B1 A2"_s);
}

void StandingTest::bonusAndPenaltyAreCappedByTheTable()
{
    const Standing standing = threeUnits()
                                  .criterion(u"plus2"_s, u"+"_s, 1000, CriterionKind::Bonus)
                                  .caps(1500, 300)
                                  .report(u"A"_s, u"c3"_s, 5000)
                                  .report(u"A"_s, u"plus"_s, 1000)
                                  .report(u"A"_s, u"plus2"_s, 1000)
                                  .report(u"A"_s, u"minus"_s, 700)
                                  .standing();
    QCOMPARE(rowOf(standing, u"A"_s).points, (Points{5000, 1500, 300}));
    QCOMPARE(rowOf(standing, u"A"_s).points.total(), 6200);
}

void StandingTest::tiesAreBrokenByTheBlocksRule()
{
    Sheet sheet = threeUnits();
    sheet
        .report(u"A"_s, u"c1"_s, 1000) // 1000 + 2000 = 3000, of which group I 1000
        .report(u"A"_s, u"c3"_s, 2000)
        .report(u"B"_s, u"c1"_s, 2000) // 2000 + 1500 - 500 = 3000, of which group I 2000
        .report(u"B"_s, u"c3"_s, 1500)
        .report(u"B"_s, u"minus"_s, 500);
    QCOMPARE(places(sheet.standing(), abc), u"B1 A2 C0"_s);
    sheet.tieBreak({TieBreak::Penalty, TieBreak::GroupI});
    QCOMPARE(places(sheet.standing(), abc), u"A1 B2 C0"_s);
    sheet.tieBreak({TieBreak::Vote});
    QCOMPARE(places(sheet.standing(), abc), u"A1 B1 C0"_s);
}

void StandingTest::fullTiesShareARankAndAreOrderedByName()
{
    Sheet sheet;
    sheet.units({u"Đông"_s, u"Dương"_s, u"An"_s, u"Ân"_s}).criterion(u"c"_s, u"I"_s, 100);
    for (const QString& unit : {u"Đông"_s, u"Dương"_s, u"An"_s})
        sheet.report(unit, u"c"_s, 50);
    sheet.report(u"Ân"_s, u"c"_s, 10);
    QCOMPARE(places(sheet.standing(), {u"An"_s, u"Ân"_s, u"Dương"_s, u"Đông"_s}), u"An1 Dương1 Đông1 Ân4"_s);
}

void StandingTest::draftsAndReturnedReportsAreMissing()
{
    const Standing standing = threeUnits()
                                  .report(u"A"_s, u"c1"_s, 2000, ReportState::Draft)
                                  .report(u"B"_s, u"c1"_s, 2000, ReportState::Returned)
                                  .report(u"B"_s, u"c2"_s, 100, ReportState::Appraised)
                                  .report(u"C"_s, u"c1"_s, 700, ReportState::Published)
                                  .standing();
    QCOMPARE(places(standing, abc), u"C1 B2 A0"_s);
    QCOMPARE(rowOf(standing, u"B"_s).points.base, 100);
    QCOMPARE(rowOf(standing, u"B"_s).reported, 1);
    QCOMPARE(standing.reported(), 2);
}

void StandingTest::twoReportsOnOneCriterionCountOnce()
{
    Sheet sheet = threeUnits();
    sheet.report(u"A"_s, u"c1"_s, 2000, ReportState::Submitted)
        .report(u"A"_s, u"c1"_s, 800, ReportState::Appraised, ScoreStage::Appraisal)
        .report(u"A"_s, u"c1"_s, 1900, ReportState::Returned, ScoreStage::Council)
        .report(u"A"_s, u"c1"_s, 1000, ReportState::Submitted, ScoreStage::Appraisal);
    const Standing standing = sheet.standing();
    QCOMPARE(rowOf(standing, u"A"_s).points.base, 800);
    QCOMPARE(rowOf(standing, u"A"_s).reported, 1);
    std::ranges::reverse(sheet.input().reports);
    QCOMPARE(sheet.standing(), standing);
}

void StandingTest::strangersArePassedOver()
{
    Sheet sheet = threeUnits();
    sheet.report(u"Z"_s, u"c1"_s, 2000).report(u"A"_s, u"unknown"_s, 2000);
    Criterion gone = sheet.input().criteria.first();
    gone.id = record(u"gone"_s);
    gone.deleted = true;
    Criterion foreign = sheet.input().criteria.first();
    foreign.id = record(u"foreign"_s);
    foreign.scoreTable = record(u"another table"_s);
    sheet.input().criteria << gone << foreign;
    sheet.report(u"A"_s, u"gone"_s, 2000).report(u"A"_s, u"foreign"_s, 2000);
    sheet.input().units.last().deleted = true;
    const Standing standing = sheet.standing();
    QCOMPARE(places(standing, abc), u"A0 B0"_s);
    QCOMPARE(rowOf(standing, u"A"_s).expected, 3);
}

void StandingTest::groupsStandInRomanOrder()
{
    Sheet sheet;
    for (const QString& group : {u"X"_s, u"IX"_s, u"khác"_s, u"V"_s, u"IV"_s, u"VI"_s, u"I"_s, u"II"_s})
        sheet.criterion(group, group, 100);
    QCOMPARE(sheet.standing().groups.join(u' '), u"I II IV V VI IX X khác"_s);
}

void StandingTest::theRanksOfThePeriodBeforeStandBeside()
{
    const Standing standing = threeUnits()
                                  .previous(u"A"_s, 3)
                                  .previous(u"C"_s, 1)
                                  .report(u"A"_s, u"c1"_s, 2000)
                                  .report(u"B"_s, u"c1"_s, 1000)
                                  .standing();
    QCOMPARE(rowOf(standing, u"A"_s).previousRank, 3);
    QCOMPARE(rowOf(standing, u"B"_s).previousRank, 0);
    QCOMPARE(rowOf(standing, u"C"_s).previousRank, 1);
    QCOMPARE(standing.ranks(), (QHash<RecordId, int>{{record(u"A"_s), 1}, {record(u"B"_s), 2}}));
}

void StandingTest::itIsPublishedWhenAllThatCountsIs()
{
    Sheet sheet = threeUnits();
    sheet.report(u"A"_s, u"c1"_s, 2000, ReportState::Published)
        .report(u"B"_s, u"c1"_s, 1000, ReportState::Published)
        .report(u"B"_s, u"c2"_s, 1000, ReportState::Draft);
    QCOMPARE(sheet.standing().status, StandingStatus::Published);
    Sheet pending = sheet;
    pending.report(u"C"_s, u"c1"_s, 1000, ReportState::Decided);
    QCOMPARE(pending.standing().status, StandingStatus::Provisional);
    sheet.report(u"C"_s, u"c1"_s, 1000, ReportState::Returned);
    QCOMPARE(sheet.standing().status, StandingStatus::Provisional);
}

void StandingTest::theOrderOfTheInputDoesNotMatter()
{
    Sheet sheet = threeUnits();
    for (const QString& unit : abc)
        sheet.report(unit, u"c1"_s, 1000).report(unit, u"c3"_s, 1000);
    const Standing standing = sheet.standing();
    std::ranges::reverse(sheet.input().reports);
    std::ranges::reverse(sheet.input().units);
    std::ranges::reverse(sheet.input().criteria);
    QCOMPARE(sheet.standing(), standing);
}

void StandingTest::itSurvivesItsFields()
{
    Sheet sheet = threeUnits();
    sheet.input().asOf = 1679389500000;
    const Standing standing = sheet.previous(u"A"_s, 2)
                                  .report(u"A"_s, u"c1"_s, 2000, ReportState::Published)
                                  .report(u"B"_s, u"minus"_s, 100, ReportState::Published)
                                  .standing();
    const Fields fields = standing.toFields();
    QVERIFY(checkShape(Schema::current(), QString(kind::standing), fields, true).ok());
    QCOMPARE(Standing::fromFields(standing.id, fields), standing);
    QCOMPARE(fields.value(name::total).toList(), (Value::List{2000, -100, 0}));
    QCOMPARE(fields.value(name::status).toText(), u"published"_s);
    // Lists of unequal length are no reason to fail.
    Fields broken = fields;
    broken.insert(name::base, Value::List{});
    QCOMPARE(Standing::fromFields(standing.id, broken).rows.first().points.base, 0);
}

void StandingTest::onlyTheTimeMayDiffer()
{
    const Standing standing = threeUnits().report(u"A"_s, u"c1"_s, 1).standing();
    Standing later = standing;
    later.asOf = 99;
    QVERIFY(later.equalsExceptTime(standing));
    later.rows.first().previousRank = 7;
    QVERIFY(!later.equalsExceptTime(standing));
}

void StandingTest::theCityRanksAllClusters()
{
    Sheet first = threeUnits();
    first.report(u"A"_s, u"c1"_s, 2000).report(u"B"_s, u"c1"_s, 500);
    Sheet second;
    second.units({u"D"_s, u"E"_s}).criterion(u"c1"_s, u"I"_s, 2000);
    second.input().block = record(u"L"_s);
    second.report(u"D"_s, u"c1"_s, 1000).report(u"E"_s, u"c1"_s, 2000);
    const Standing city =
        cityStandingOf(u"2023"_s, {first.standing(), second.standing()}, {{record(u"D"_s), 4}}, 123);
    QCOMPARE(places(city, {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}), u"A1 E1 D3 B4 C0"_s);
    QCOMPARE(city.expected(), 5);
    QCOMPARE(city.reported(), 4);
    QCOMPARE(city.asOf, 123);
    QVERIFY(city.block.isNull());
    QCOMPARE(city.id, Standing::idOf({}, u"2023"_s));
    QCOMPARE(rowOf(city, u"D"_s).previousRank, 4);
    QVERIFY(checkShape(Schema::current(), QString(kind::standing), city.toFields(), true).ok());
}

void StandingTest::theCityTakesTablesWithOtherGroups()
{
    Sheet first;
    first.units({u"A"_s}).criterion(u"c"_s, u"II"_s, 100).report(u"A"_s, u"c"_s, 60);
    Sheet second;
    second.units({u"B"_s}).criterion(u"c"_s, u"I"_s, 100).report(u"B"_s, u"c"_s, 70);
    const Standing city = cityStandingOf(u"2023"_s, {first.standing(), second.standing()}, {}, 0);
    QCOMPARE(city.groups, (QStringList{u"I"_s, u"II"_s}));
    QCOMPARE(rowOf(city, u"A"_s).groupPoints, (QList<qint64>{0, 60}));
    QCOMPARE(rowOf(city, u"B"_s).groupPoints, (QList<qint64>{70, 0}));
}

void StandingTest::theCityIsPublishedWithItsLastCluster()
{
    const Standing open = threeUnits().report(u"A"_s, u"c1"_s, 1).standing();
    const Standing published = threeUnits().report(u"A"_s, u"c1"_s, 1, ReportState::Published).standing();
    QCOMPARE(cityStandingOf(u"2023"_s, {published, open}, {}, 0).status, StandingStatus::Provisional);
    QCOMPARE(cityStandingOf(u"2023"_s, {published, published}, {}, 0).status, StandingStatus::Published);
    QCOMPARE(cityStandingOf(u"2023"_s, {}, {}, 0).status, StandingStatus::Provisional);
}

void StandingTest::aCityOfThreeThousandUnitsIsComputedWhole()
{
    Sheet sheet;
    QStringList units;
    for (int i = 0; i < 3321; ++i)
        units.append(u"Xã %1"_s.arg(i));
    sheet.units(units);
    for (int i = 0; i < 40; ++i)
        sheet.criterion(u"c%1"_s.arg(i), u"I"_s, 100);
    for (int unit = 0; unit < 3321; ++unit) {
        for (int i = 0; i < 40; ++i)
            sheet.input().reports.append({{},
                                          sheet.input().units[unit].id,
                                          sheet.input().criteria[i].id,
                                          ReportState::Submitted,
                                          ScoreStage::Self,
                                          unit % 100});
    }
    const Standing standing = sheet.standing();
    QCOMPARE(standing.reported(), 3321);
    QCOMPARE(standing.rows.first().points.base, 40 * 99);
    QCOMPARE(standing.rows.last().points.base, 0);
    QCOMPARE(standing.rows.last().rank, 3321 - 34 + 1); // 34 units have 0 of 100
}

QTEST_APPLESS_MAIN(StandingTest)
#include "tst_standing.moc"
