#include "features/servedcity.h"

#include <QDateTime>
#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// Tablets are carried through time zones, or set to a wrong one, while something is being worked on. A day is
// a day of the calendar, and an instant one of the world.
class TestTimeZones : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;

    static void setZone(DeviceProcess& device, const QString& zone)
    {
        device.wrapper = {u"/usr/bin/env"_s, u"TZ="_s + zone};
    }
    static void zones()
    {
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("then");
        QTest::newRow("14 h ahead, then 12 behind") << u"Pacific/Kiritimati"_s << u"Etc/GMT+12"_s;
        QTest::newRow("12 h behind, then home") << u"Etc/GMT+12"_s << u"Asia/Ho_Chi_Minh"_s;
        QTest::newRow("quarters of an hour") << u"Asia/Kathmandu"_s << u"Pacific/Chatham"_s;
        // A zone of its own that puts the clocks forward an hour now and then: POSIX notation, no tables
        // needed.
        QTest::newRow("a change of clocks") << u"AAA+8BBB,M1.1.0/0,M12.5.0/23"_s << u"AAA+8"_s;
    }

private Q_SLOTS:
    void initTestCase() { city = std::make_unique<ServedCity>(); }
    void cleanupTestCase() { city.reset(); }

    void aDayStaysTheDayThatWasEntered_data() { zones(); }
    void aDayStaysTheDayThatWasEntered()
    {
        QFETCH(QString, there);
        QFETCH(QString, then);
        DeviceProcess device;
        setZone(device, there);
        QVERIFY(device.enrol(city->server.url(), ServedCity::officer()).ok());
        QVERIFY(device.sync().ok());
        const Saved saved = enterReport(device, city->unit, 100);
        const QStringList days{u"2023-03-26"_s, u"2024-02-29"_s, u"2023-12-31"_s, u"2023-01-01"_s};
        for (const QString& day : days) {
            setZone(device, there);
            changeReport(device, saved.record, {u"occurredOn=\"%1\""_s.arg(day), u"place=null"_s});
            setZone(device, then);
            const QJsonObject offline = device.record(u"report"_s, saved.record);
            QCOMPARE(offline[u"values"_s][u"occurredOn"_s].toString(), day);
            QVERIFY(device.sync().ok());
            const QJsonArray history = city->history(saved.record);
            QCOMPARE(history.last()[u"set"_s][u"occurredOn"_s].toString(), day);
            QCOMPARE(device.record(u"report"_s, saved.record)[u"values"_s][u"occurredOn"_s].toString(), day);
        }
    }

    void anInstantIsTheSameEverywhere_data() { zones(); }
    void anInstantIsTheSameEverywhere()
    {
        QFETCH(QString, there);
        QFETCH(QString, then);
        DeviceProcess device;
        QVERIFY(device.enrol(city->server.url(), ServedCity::officer()).ok());
        QVERIFY(device.sync().ok());
        const Saved saved = enterReport(device, city->unit, 100);
        qint64 before = QDateTime::currentMSecsSinceEpoch();
        for (const QString& zone : {there, then}) {
            setZone(device, zone);
            changeReport(device, saved.record, {u"note=\"%1\""_s.arg(zone.first(5))});
            const qint64 at = listed(device, u"pending"_s).last()[u"at"_s].toInteger();
            // Zones are hours apart; the clocks of the server and of this machine are the same one.
            QVERIFY2(at >= before - 60'000 && at <= before + 60'000,
                     qPrintable(QString::number(at - before)));
            before = at;
        }
        QVERIFY(device.sync().ok());
        QCOMPARE(city->history(saved.record).last()[u"set"_s][u"note"_s].toString(), then.first(5));
    }
};

QTEST_GUILESS_MAIN(TestTimeZones)
#include "tst_timezones.moc"
