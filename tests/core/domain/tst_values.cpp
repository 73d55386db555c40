#include "domain/block.h"
#include "domain/legaldocument.h"
#include "domain/movement.h"
#include "domain/names.h"
#include "domain/pledge.h"
#include "domain/report.h"
#include "domain/scoretable.h"
#include "domain/target.h"
#include "domain/unit.h"
#include "valuechecks.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace thidua::test;
using namespace Qt::StringLiterals;

namespace
{

const QDate day(2023, 3, 21);

Unit fullUnit()
{
    return {.id = record("U"),
            .code = u"26740"_s,
            .name = u"Phường 13"_s,
            .type = UnitType::SpecialZone,
            .district = u"Quận 4"_s,
            .validFrom = day,
            .validTo = day.addYears(2)};
}

Movement fullMovement()
{
    return {.id = record("M"),
            .name = u"Phong trào"_s,
            .code = u"PT-2023-001"_s,
            .kind = MovementKind::Campaign,
            .level = MovementLevel::ArmedForces,
            .mode = MovementMode::Thematic,
            .goal = u"mục tiêu"_s,
            .subjects = u"mọi người"_s,
            .scope = u"toàn Thành phố"_s,
            .field = u"y tế"_s,
            .theme = u"chủ đề"_s,
            .startsOn = day,
            .endsOn = day.addDays(1),
            .dossierDeadline = day.addDays(2),
            .awardForms = {u"Bằng khen"_s, u"Cờ thi đua"_s},
            .legalBasis = {record("D"), record("E")},
            .organiser = u"Hội đồng"_s,
            .status = MovementStatus::Launched,
            .reason = u"quyết định"_s,
            .note = u"ghi chú"_s};
}

Report fullReport()
{
    Report report;
    report.id = record("R");
    report.unit = record("U");
    report.criterion = record("C");
    report.movement = record("M");
    report.period = u"2023-Q1"_s;
    report.value = 9550;
    report.measure = u"%"_s;
    report.target = 9500;
    report.occurredOn = day;
    report.place = u"Hội trường"_s;
    report.explanation = u"diễn giải"_s;
    report.scoreSelf = 4775;
    report.reporter = record("P");
    report.note = u"ghi chú"_s;
    report.objection = u"kiến nghị"_s;
    return report;
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fullValuesSurviveTheirFields();
    void emptyValuesAreNewRecordsToo();
    void whatIsNotSetIsNotWritten();
    void everyFieldOfAFullValueIsWritten();
    void reviewsAreReadButNotWritten();
    void choicesOfANewerVersionDoNotStopTheReading();
    void aUnitExistsBetweenItsDays();
    void aRepeatedNameStandsWithItsDistrict();
    void aDocumentIsInForceBetweenItsDays();
    void twoTabletsStartTheSameReport();
    void everybodyChoosesTheSameTable();
};

void ValuesTest::fullValuesSurviveTheirFields()
{
    QVERIFY(survives(kind::unit, fullUnit()));
    QVERIFY(survives(kind::movement, fullMovement()));
    QVERIFY(survives(kind::block, Block{record("K"),
                                        u"19"_s,
                                        u"Khối thi đua 19"_s,
                                        BlockKind::Cluster,
                                        2023,
                                        u"QĐ 1"_s,
                                        {TieBreak::Penalty, TieBreak::GroupI, TieBreak::Vote},
                                        true,
                                        false}));
    QVERIFY(survives(kind::membership,
                     Membership{record("m"), record("K"), record("U"), 2023, BlockRole::Deputy, false}));
    QVERIFY(survives(kind::document,
                     LegalDocument{record("D"), DocumentType::Circular, u"34-CT/TW"_s, day, u"Bộ Chính trị"_s,
                                   u"tên"_s, day, day.addYears(9), u"ghi chú"_s, false}));
    QVERIFY(survives(kind::scoreTable, ScoreTable{record("T"),
                                                  u"Bảng"_s,
                                                  2023,
                                                  record("K"),
                                                  record("M"),
                                                  5000,
                                                  1000,
                                                  day,
                                                  true,
                                                  {record("D")},
                                                  false}));
    QVERIFY(survives(kind::criterion,
                     Criterion{record("C"), record("T"), record("K"), u"II"_s, 4, u"tên"_s, u"nhóm"_s,
                               CriterionKind::Penalty, Scoring::YesNo, 1500, u"lượt"_s, record("M"), false}));
    QVERIFY(survives(kind::pledge, Pledge{record("G"), u"Giao ước"_s, record("K"), record("M"),
                                          PledgeStatus::Signed, day, false}));
    QVERIFY(survives(kind::pledgeItem,
                     PledgeItem{record("I"), record("G"), record("K"), 6, u"nội dung"_s, false}));
    QVERIFY(survives(kind::target,
                     Target{record("X"), u"PCI"_s, u"PCI"_s, record("M"), Comparator::BetterClassAndRank,
                            9500, u"%"_s, 6586, 27, u"2023"_s, u"ghi chú"_s, false}));
    QVERIFY(survives(kind::report, fullReport()));
}

void ValuesTest::emptyValuesAreNewRecordsToo()
{
    // Only what the schema requires: no group is left half written.
    Unit unit;
    unit.validFrom = day;
    QCOMPARE(shapeOf(kind::unit, unit), ErrorCode::None);
    QCOMPARE(shapeOf(kind::block, Block{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::document, LegalDocument{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::movement, Movement{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::pledge, Pledge{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::scoreTable, ScoreTable{}), ErrorCode::None);
    QCOMPARE(shapeOf(kind::target, Target{}), ErrorCode::None);
}

void ValuesTest::whatIsNotSetIsNotWritten()
{
    const Fields movement = Movement{}.toFields();
    QCOMPARE(movement.keys(), (QStringList{name::kind, name::level, name::mode, name::name}));
    QVERIFY(movement.value(name::mode).isNull()); // part of the classification, so it is there
}

void ValuesTest::everyFieldOfAFullValueIsWritten()
{
    const auto missing = [](QLatin1String kindName, const Fields& fields) {
        QStringList names;
        for (const FieldGroup& group : Schema::current().kind(QString(kindName))->groups) {
            for (const Field& field : group.fields) {
                if (!fields.contains(field.name))
                    names.append(field.name);
            }
        }
        return names;
    };
    QCOMPARE(missing(kind::unit, fullUnit().toFields()), QStringList{name::deleted});
    QCOMPARE(missing(kind::movement, fullMovement().toFields()), QStringList{name::deleted});
    QCOMPARE(
        missing(kind::report, fullReport().toFields()),
        (QStringList{name::scoreAppraisal, name::appraisalReason, name::scoreCouncil, name::councilReason,
                     name::status, name::reason, name::reviewedSubmission, name::deleted}));
}

void ValuesTest::reviewsAreReadButNotWritten()
{
    Fields fields = fullReport().toFields();
    fields.insert(name::submission, 2);
    fields.insert(name::scoreAppraisal, 4000);
    fields.insert(name::scoreCouncil, 4100);
    fields.insert(name::status, u"returned"_s);
    fields.insert(name::reason, u"thiếu minh chứng"_s);
    fields.insert(name::reviewedSubmission, 2);
    const Report report = Report::fromFields(record("R"), fields);
    QCOMPARE(report.state, ReportState::Returned);
    QCOMPARE(report.reason, u"thiếu minh chứng"_s);
    QCOMPARE(report.scoreAppraisal, std::optional<qint64>(4000));
    QCOMPARE(report.scoreCouncil, std::optional<qint64>(4100));
    QVERIFY(!report.toFields().contains(name::status));
    QVERIFY(!report.toFields().contains(name::scoreCouncil));
}

void ValuesTest::choicesOfANewerVersionDoNotStopTheReading()
{
    Fields fields = fullMovement().toFields();
    fields.insert(name::mode, u"hourly"_s);
    fields.insert(name::kind, u"dance"_s);
    const Movement movement = Movement::fromFields(record("M"), fields);
    QVERIFY(!movement.mode);
    QCOMPARE(movement.name, u"Phong trào"_s);
}

void ValuesTest::aUnitExistsBetweenItsDays()
{
    Unit unit = fullUnit();
    QVERIFY(!unit.existsOn(unit.validFrom.addDays(-1)));
    QVERIFY(unit.existsOn(unit.validFrom));
    QVERIFY(unit.existsOn(unit.validTo));
    QVERIFY(!unit.existsOn(unit.validTo.addDays(1)));
    unit.validTo = {};
    QVERIFY(unit.existsOn(unit.validFrom.addYears(99)));
}

void ValuesTest::aRepeatedNameStandsWithItsDistrict()
{
    Unit unit = fullUnit();
    QCOMPARE(unit.fullName(), u"Phường 13, Quận 4"_s);
    unit.district.clear();
    QCOMPARE(unit.fullName(), u"Phường 13"_s);
}

void ValuesTest::aDocumentIsInForceBetweenItsDays()
{
    LegalDocument document;
    document.validFrom = QDate(2024, 1, 1);
    QVERIFY(!document.inForceOn(QDate(2023, 12, 31)));
    QVERIFY(document.inForceOn(QDate(2024, 1, 1)));
    document.validTo = QDate(2025, 6, 30);
    QVERIFY(!document.inForceOn(QDate(2025, 7, 1)));
}

void ValuesTest::twoTabletsStartTheSameReport()
{
    const RecordId id = Report::idOf(record("U"), record("C"), u"2023"_s);
    QCOMPARE(Report::idOf(record("U"), record("C"), u"2023"_s), id);
    QVERIFY(Report::idOf(record("V"), record("C"), u"2023"_s) != id);
    QVERIFY(Report::idOf(record("U"), record("D"), u"2023"_s) != id);
    QVERIFY(Report::idOf(record("U"), record("C"), u"2024"_s) != id);
}

void ValuesTest::everybodyChoosesTheSameTable()
{
    const auto table = [](const char* id, int year, const char* block, const RecordId& movement) {
        return ScoreTable{record(id), {}, year, record(block), movement, {}, {}, {}, false, {}, false};
    };
    ScoreTable gone = table("gone", 2023, "K", {});
    gone.deleted = true;
    QList<ScoreTable> tables{table("a", 2023, "K", {}),          table("b", 2023, "K", {}),
                             table("c", 2024, "K", {}),          table("d", 2023, "L", {}),
                             table("e", 2023, "K", record("M")), gone};
    const auto chosen = generalTable(tables, record("K"), 2023);
    QVERIFY(chosen && (chosen->id == record("a") || chosen->id == record("b")));
    std::ranges::reverse(tables);
    QCOMPARE(generalTable(tables, record("K"), 2023), chosen);
    QVERIFY(!generalTable(tables, record("K"), 2025));
}

QTEST_APPLESS_MAIN(ValuesTest)
#include "tst_values.moc"
