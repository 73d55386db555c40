#include "support/servicestest.h"

#include <QTest>

using namespace thidua;
using namespace thidua::test;
using services::ReportQuery;

class ReportBookTest : public QObject
{
    Q_OBJECT

private:
    static void readAll(ServicesFile& file)
    {
        while (!*file.services->book().readOn()) {
        }
    }
    static QList<RecordId> found(ServicesFile& file, const ReportQuery& query)
    {
        const auto page = file.services->book().find(query);
        Q_ASSERT(page);
        QList<RecordId> ids;
        for (const auto& line : page->lines)
            ids.append(line.id);
        return ids;
    }
    static void fill(ServicesFile& file)
    {
        file.decisions.row(kind::report, reportOf(unitC, graded), reportFields(unitC, graded, Value(), 1, 1))
            .row(kind::report, reportOf(unitB, second), reportFields(unitB, second, Value(), 2))
            .row(kind::report, reportOf(unitB, quantity), reportFields(unitB, quantity, 9000, 3))
            .row(kind::report, reportOf(unitA, graded), reportFields(unitA, graded, Value(), 4));
        Fields older = reportFields(unitA, graded, Value(), 5);
        older.insert(name::period, u"2024"_s);
        file.decisions.row(kind::report, idOf("older"), older);
        file.arrive();
    }

private Q_SLOTS:
    void reportsStandByPeriodUnitAndPlaceInTheTable()
    {
        ServicesFile file(leadOf(block));
        fill(file);
        readAll(file);
        // Bến Thành before Đông Hưng Thuận before Sài Gòn: the Vietnamese order.
        QCOMPARE(found(file, {}),
                 (QList<RecordId>{reportOf(unitA, graded), reportOf(unitB, quantity), reportOf(unitB, second),
                                  reportOf(unitC, graded), idOf("older")}));
        QCOMPARE(file.services->book().find({})->periods, (QStringList{period, u"2024"_s}));
    }

    void wordsAreFoundWithoutMarksInUnitAndCriterionTogether()
    {
        ServicesFile file(leadOf(block));
        fill(file);
        readAll(file);
        ReportQuery query;
        query.text = u"dong  hai LONG"_s;
        QCOMPARE(found(file, query), (QList<RecordId>{reportOf(unitB, quantity)}));
        query.text = u"không có"_s;
        QCOMPARE(found(file, query), QList<RecordId>());
    }

    void stateUnitAndPeriodNarrowTheList()
    {
        ServicesFile file(leadOf(block));
        fill(file);
        readAll(file);
        ReportQuery query;
        query.state = domain::ReportState::Submitted;
        QCOMPARE(found(file, query), (QList<RecordId>{reportOf(unitC, graded)}));
        query = {};
        query.unit = unitB;
        QCOMPARE(found(file, query).size(), 2);
        query = {};
        query.period = u"2024"_s;
        QCOMPARE(found(file, query), (QList<RecordId>{idOf("older")}));
    }

    void itFollowsWhatChangesAndWhatIsDeleted()
    {
        ServicesFile file;
        fill(file);
        readAll(file);
        auto& reports = file.services->reports();
        const auto form = reports.form(reportOf(unitA, graded));
        QVERIFY(reports.save(form->shown, {{name::scoreSelf, 777}}));
        const auto line = file.services->book().find({})->lines.first();
        QCOMPARE(line.points, 777);
        QVERIFY(line.pending);
        QVERIFY(reports.save(reports.newForm(second, period)->shown, {{name::scoreSelf, 1}}));
        QCOMPARE(found(file, {}).size(), 6);
        QVERIFY(file.server->save({kind::report, idOf("older"), 1, {{name::deleted, true}}, {}}));
        QVERIFY(!found(file, {}).contains(idOf("older")));
        QVERIFY(file.server->save({kind::report, form->shown.id, 1, {{name::deleted, true}}, {}}));
        QCOMPARE(found(file, {}).size(), 4);
        QCOMPARE(found(file, {}).first(), reportOf(unitA, second));
    }

    // C3: somebody deletes a criterion while reports of it are on their way.
    void whatIsReportedOfSomethingDeletedIsShownWithItsName()
    {
        ServicesFile file;
        auto& reports = file.services->reports();
        const auto form = reports.newForm(graded, period);
        QVERIFY(reports.save(form->shown, {{name::scoreSelf, 700}}));
        Fields gone =
            criterionFields(u"I"_s, 2, u"Quán triệt Chỉ thị 34-CT/TW"_s, u"base"_s, u"graded"_s, 10000);
        gone.insert(name::deleted, true);
        file.decisions.row(kind::criterion, graded, gone, {.version = 2});
        file.arrive();
        readAll(file);
        const auto page = file.services->book().find({});
        QCOMPARE(page->lines.size(), 1);
        QCOMPARE(page->names->criteria.value(graded).name, u"Quán triệt Chỉ thị 34-CT/TW"_s);
        QCOMPARE(reports.form(form->shown.id)->criterion.name, u"Quán triệt Chỉ thị 34-CT/TW"_s);
        QCOMPARE(reports.newForm(graded, u"2026"_s).error().code, ErrorCode::NotFound); // no new ones

        gone.insert(name::deleted, false);
        file.decisions.row(kind::criterion, graded, gone, {.version = 3});
        file.arrive();
        QVERIFY(reports.newForm(graded, u"2026"_s));
    }

    void aLongListIsReadInParts()
    {
        ServicesFile file;
        for (int i = 0; i < 9000; ++i) {
            file.decisions.row(kind::report, RecordId::named("many", QByteArray::number(i)),
                               reportFields(unitA, graded, Value(), i));
        }
        file.arrive();
        auto& book = file.services->book();
        QVERIFY(!*book.readOn());
        QVERIFY(!book.find({})->complete);
        // A change in the middle of reading is neither lost nor doubled.
        QVERIFY(
            file.server->save({kind::report, RecordId::named("many", "1"), 1, {{name::scoreSelf, 5}}, {}}));
        readAll(file);
        QCOMPARE(found(file, {}).size(), 9000);
        QVERIFY(book.find({})->complete);
    }
};

QTEST_GUILESS_MAIN(ReportBookTest)
#include "tst_reportbook.moc"
