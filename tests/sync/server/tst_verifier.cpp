#include "city.h"

#include "server/verifier.h"

using namespace thidua;
using namespace thidua::test;

// Damage of every sort is found, and sound data has no faults.
class TestVerifier : public QObject
{
    Q_OBJECT

    static void fill(City& city)
    {
        Tablet officer = city.officer();
        Tablet head = city.head();
        Tablet lead = city.lead();
        const RecordId id = city.report(officer);
        city.pushOne(officer, {id, kind::report, City::result(1), 1});
        city.pushOne(head, {id, kind::report, City::result(2), 1});
        city.pushOne(head, {id, kind::report, {{name::deleted, true}}, 1});
        city.pushOne(officer, {id, kind::report, {{name::note, u"n"_s}}, 1});
        const RecordId moved = city.report(officer);
        city.pushOne(lead, {moved, kind::report, city.reportOf(city.unitB), 1});
    }

private Q_SLOTS:
    void soundDataHasNoFaults()
    {
        City city;
        fill(city);
        const auto report = server::Verifier(city.writer.store()).run();
        QVERIFY(report.ok());
        QCOMPARE(report->faults, QStringList());
        QCOMPARE(report->records, 9);
        QVERIFY(report->edits >= 14);
    }

    void damageIsFound_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("an edit lost") << QByteArray("DELETE FROM edit WHERE version = 3");
        QTest::newRow("a value changed")
            << QByteArray("UPDATE edit SET content = (SELECT content FROM edit WHERE version = 2 "
                          "ORDER BY record LIMIT 1) WHERE version = 3");
        QTest::newRow("a rank changed") << QByteArray("UPDATE edit SET rank = 50 WHERE version = 2");
        QTest::newRow("a version changed")
            << QByteArray("UPDATE record SET version = version + 1 WHERE kind = 'report'");
        QTest::newRow("a row lost") << QByteArray("DELETE FROM published WHERE rev = 1");
        QTest::newRow("a row changed") << QByteArray(
            "UPDATE published SET body = (SELECT heads FROM record ORDER BY id LIMIT 1) WHERE rev = 1");
        QTest::newRow("a digest changed") << QByteArray("UPDATE channel SET digest = digest + 1");
        QTest::newRow("a record in the wrong channel")
            << QByteArray("UPDATE record SET channel = 1 WHERE kind = 'report'");
        QTest::newRow("a revision turned back") << QByteArray("UPDATE channel SET rev = 1");
    }
    void damageIsFound()
    {
        QFETCH(QByteArray, damage);
        City city;
        fill(city);
        City::require(city.writer.store().connection().execute(damage));
        const auto report = server::Verifier(city.writer.store()).run();
        QVERIFY(report.ok());
        QVERIFY(!report->faults.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
