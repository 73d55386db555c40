#include "city.h"

#include "server/unitimport.h"

using namespace thidua;
using namespace thidua::test;
using server::ServerAuthor;

class TestUnitImport : public QObject
{
    Q_OBJECT

    static Result<server::ImportCounts> import(City& city, const QString& text,
                                               const QString& validFrom = u"2025-07-01"_s)
    {
        ServerAuthor author(city.writer);
        return server::importUnits(author, text.toUtf8(), {validFrom, u"2026-01-01"_s, 0});
    }

private Q_SLOTS:
    void unitsAndClustersAreMade()
    {
        City city;
        const auto counts = import(city, u"cluster\tcode\ttype\tname\n1\t26740\tPhường\tSài Gòn\n"
                                         "1\t26737\tPhường\tTân Định\n15\t26732\tĐặc khu\tCôn Đảo\n"_s);
        QVERIFY2(counts.ok(), qPrintable(counts.error().detail));
        QCOMPARE(counts->units, 3);
        QCOMPARE(counts->blocks, 2);
        const Fields unit = city.values(server::unitRecord(u"26740"_s));
        QCOMPARE(unit.value(name::name).toText(), u"Sài Gòn"_s);
        QCOMPARE(unit.value(name::type).toText(), u"ward"_s);
        QCOMPARE(unit.value(name::validFrom).toText(), u"2025-07-01"_s);
        const auto membership = *ServerAuthor(city.writer).membership();
        QCOMPARE(membership.unitsOf(server::clusterRecord(u"1"_s, 2025)).size(), 2);
    }

    void anImportCanBeRepeatedAndCorrected()
    {
        City city;
        const QString text = u"code\ttype\tname\n26740\tward\tSai Gon\n"_s;
        QVERIFY(import(city, text).ok());
        QVERIFY(import(city, text).ok());
        QCOMPARE(city.state(server::unitRecord(u"26740"_s)).version, 1);
        QVERIFY(import(city, u"code\ttype\tname\n26740\tward\tSài Gòn\n"_s).ok());
        QCOMPARE(city.state(server::unitRecord(u"26740"_s)).version, 2);
    }

    void aRepeatedImportTakesNoLeadBack()
    {
        City city;
        const QString text = u"cluster\tcode\ttype\tname\n1\t26740\tward\tSài Gòn\n"_s;
        QVERIFY(import(city, text).ok());
        const auto id = server::membershipRecord(server::clusterRecord(u"1"_s, 2025),
                                                 server::unitRecord(u"26740"_s), 2025);
        Tablet council = city.council();
        QCOMPARE_CODE(city.pushOne(council, {id, kind::membership, {{name::role, u"lead"_s}}, 1}),
                      ErrorCode::None);
        QVERIFY(import(city, text).ok());
        QCOMPARE(city.values(id).value(name::role).toText(), u"lead"_s);
    }

    void aDateThatIsNotGivenStaysAsItWas()
    {
        City city;
        const QString text = u"code\ttype\tname\n26740\tward\tSài Gòn\n"_s;
        QVERIFY(import(city, text, {}).ok());
        QCOMPARE(city.values(server::unitRecord(u"26740"_s)).value(name::validFrom).toText(),
                 u"2026-01-01"_s);
        QVERIFY(import(city, text, u"2025-07-01"_s).ok());
        QVERIFY(import(city, text, {}).ok());
        QCOMPARE(city.values(server::unitRecord(u"26740"_s)).value(name::validFrom).toText(),
                 u"2025-07-01"_s);
    }

    void aWrongLineIsNamedAndNothingIsImported_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("type") << u"code\ttype\tname\n1\tward\tA\n2\tcastle\tB\n"_s << u"line 3"_s;
        QTest::newRow("no name") << u"code\ttype\tname\n1\tward\t\n"_s << u"line 2"_s;
        QTest::newRow("twice") << u"code\ttype\tname\n1\tward\tA\n1\tward\tB\n"_s << u"twice"_s;
        QTest::newRow("heading") << u"code\tname\n1\tA\n"_s << u"type"_s;
        QTest::newRow("date") << u"code\ttype\tname\tvalidFrom\n1\tward\tA\t1.7.2025\n"_s << u"validFrom"_s;
    }
    void aWrongLineIsNamedAndNothingIsImported()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        City city;
        const auto before = ServerAuthor(city.writer).values(kind::unit)->size();
        const auto counts = import(city, text);
        QVERIFY(!counts.ok());
        QVERIFY2(counts.error().detail.contains(says), qPrintable(counts.error().detail));
        QCOMPARE(ServerAuthor(city.writer).values(kind::unit)->size(), before);
    }
};

QTEST_APPLESS_MAIN(TestUnitImport)
#include "tst_unitimport.moc"
