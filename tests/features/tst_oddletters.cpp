#include "features/servedcity.h"

#include <QTest>

using namespace thidua::test;
using namespace Qt::StringLiterals;

// Letters that databases, encodings and screens are known to stumble over. What is text comes out everywhere
// as it went in; what is none goes in nowhere.
class TestOddLetters : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;
    std::unique_ptr<DeviceProcess> author;
    std::unique_ptr<DeviceProcess> reader;

    [[nodiscard]] QString noteOn(const DeviceProcess& device, const QString& record) const
    {
        return device.record(u"report"_s, record)[u"values"_s][u"note"_s].toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        city = std::make_unique<ServedCity>();
        author = std::make_unique<DeviceProcess>();
        reader = std::make_unique<DeviceProcess>();
        for (auto* device : {author.get(), reader.get()})
            QVERIFY(device->enrol(city->server.url(), ServedCity::officer()).ok() && device->sync().ok());
    }
    void cleanupTestCase()
    {
        author.reset();
        reader.reset();
        city.reset();
    }

    void textComesOutEverywhereAsItWentIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("right to left") << u"điểm \u202e001\u202c"_s;
        QTest::newRow("isolates") << u"\u2066a\u2069"_s;
        QTest::newRow("no width") << u"a\u200bb\u200cc\u200dd\ufeff"_s;
        QTest::newRow("ends of lines") << u"a\r\nb\u2028c\u2029d\u0085e"_s;
        QTest::newRow("private use") << u"\ue000\uf8ff\U000f0000\U0010fffd"_s;
        QTest::newRow("no characters") << u"\ufffe\uffff\U0001ffff"_s;
        QTest::newRow("joined pictures") << u"\U0001f468\u200d\U0001f469\u200d\U0001f467"_s;
        QTest::newRow("marks without a letter of their own") << u"q\u0323\u0301 \u0301"_s;
        QTest::newRow("controls") << u"a\u0001\u001f\u007fb"_s;
        QTest::newRow("quotes and escapes") << u"'; DROP TABLE outbox; -- \\ \" %1 $1 \\u0041"_s;
        QTest::newRow("a formula") << u"=1+1\t@x"_s;
    }
    void textComesOutEverywhereAsItWentIn()
    {
        QFETCH(QString, text);
        const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        const Saved saved = enterReport(*author, city->unit, 1);
        QVERIFY(changeReport(*author, saved.record, {u"note="_s + QString::fromUtf8(json.mid(1).chopped(1))})
                    .seq > 0);
        QCOMPARE(noteOn(*author, saved.record), text);
        QVERIFY(author->sync().ok());
        QVERIFY(listed(*author, u"attention"_s).isEmpty());
        QCOMPARE(city->history(saved.record).last()[u"set"_s][u"note"_s].toString(), text);
        QVERIFY(reader->sync().ok());
        QCOMPARE(noteOn(*reader, saved.record), text);
        QCOMPARE(noteOn(*author, saved.record), text);
    }

    void whatIsNoTextIsTakenNowhere_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nul") << QByteArray(R"("a\u0000b")");
        QTest::newRow("half a pair") << QByteArray(R"("a\ud800b")");
        QTest::newRow("a pair turned round") << QByteArray(R"("\udc00\ud800")");
    }
    void whatIsNoTextIsTakenNowhere()
    {
        QFETCH(QByteArray, json);
        const Saved saved = enterReport(*author, city->unit, 1);
        QVERIFY(author->sync().ok());
        const Outcome refused =
            author->save(u"report"_s, {u"note="_s + QString::fromLatin1(json)}, saved.record);
        QVERIFY(!refused.ok());
        const QString code = codeOf(refused);
        QVERIFY2(code == "malformed"_L1 || code == "invalid-value"_L1, refused.messages);
        QVERIFY(listed(*author, u"pending"_s).isEmpty());
        QCOMPARE(noteOn(*author, saved.record), QString());
    }
};

QTEST_GUILESS_MAIN(TestOddLetters)
#include "tst_oddletters.moc"
