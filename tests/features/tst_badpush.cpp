#include "features/servedcity.h"

#include "protocol/compression.h"

#include <QFile>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace thidua;
using namespace thidua::test;
using namespace Qt::StringLiterals;

// What no device of ours would send. Each gets a typed answer that a person can read, and leaves the server
// as it was: no edit, no seq, no memory.
class TestBadPush : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedCity> city;
    std::unique_ptr<Caller> officer;
    int seq = 0; // the last one that the server has judged

    static QByteArray encoded(const QJsonObject& object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] QJsonObject edit(int number) const
    {
        const QJsonObject set{{u"unit"_s, city->unit},
                              {u"criterion"_s, city->otherUnit},
                              {u"movement"_s, QJsonValue()},
                              {u"period"_s, u"2026"_s}};
        return {{u"seq"_s, number},       {u"at"_s, qint64(1'700'000'000'000)},
                {u"seen"_s, 0},           {u"record"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                {u"kind"_s, u"report"_s}, {u"set"_s, set}};
    }
    [[nodiscard]] QJsonObject push(const QJsonArray& edits) const
    {
        return {{u"epoch"_s, officer->epoch}, {u"edits"_s, edits}};
    }
    [[nodiscard]] QJsonObject push(int count) const
    {
        QJsonArray edits;
        for (int i = 1; i <= count; ++i)
            edits.append(edit(seq + i));
        return push(edits);
    }
    [[nodiscard]] QByteArray good() const { return encoded(push(1)); }

    struct Parcel {
        QByteArray body;
        QByteArray contentType = "application/json";
        QByteArray encoding = {};
        QByteArray token = {}; // empty: the officer's
    };
    [[nodiscard]] QByteArray sendRaw(const Parcel& parcel) const
    {
        RawConnection connection{QUrl(city->server.url())};
        connection.send(
            "POST /v1/push HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer " +
            (parcel.token.isEmpty() ? officer->token : parcel.token) +
            "\r\nContent-Type: " + parcel.contentType + "\r\n" +
            (parcel.encoding.isEmpty() ? QByteArray() : "Content-Encoding: " + parcel.encoding + "\r\n") +
            "Content-Length: " + QByteArray::number(parcel.body.size()) + "\r\n\r\n");
        connection.send(parcel.body);
        return connection.readToEnd();
    }
    static QJsonObject problemIn(const QByteArray& answer)
    {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }
    static QByteArray packed(const QByteArray& plain, protocol::Encoding encoding)
    {
        return protocol::compress(plain, encoding);
    }
    // kB that the server has needed at most so far.
    [[nodiscard]] qint64 mostMemory() const
    {
        QFile file(u"/proc/%1/status"_s.arg(city->server.processId()));
        if (!file.open(QFile::ReadOnly))
            return 0;
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).replace("kB", "").trimmed().toLongLong();
        }
        return 0;
    }

    // The same officer's next push is taken as if nothing had been: its seq was not used up.
    void theNextPushIsTaken()
    {
        const auto answer = officer->call("POST", "/v1/push", push(1));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.value(u"acked"_s), ++seq);
        QCOMPARE(answer.body.value(u"results"_s)[0][u"version"_s], 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        city = std::make_unique<ServedCity>();
        officer = std::make_unique<Caller>(city->callerOf(ServedCity::officer()));
    }
    void cleanupTestCase() { city.reset(); }

    void whatCannotBeReadIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray json = "application/json";
        const QByteArray cbor = "application/cbor";
        const QByteArray none;
        const auto row = [&](const char* name, const QByteArray& body, const QByteArray& type,
                             const QByteArray& encoding, int status, const QString& code) {
            QTest::newRow(name) << body << type << encoding << status << code;
        };
        const auto malformed = u"malformed"_s;
        const auto tooLarge = u"too-large"_s;
        row("nothing", {}, json, none, 400, malformed);
        row("no JSON", "<html>", json, none, 400, malformed);
        row("JSON that ends early", good().chopped(5), json, none, 400, malformed);
        row("a name twice", "{\"epoch\":\"a\"," + good().mid(1), json, none, 400, malformed);
        row("a number with a point", good().replace("\"seen\":0", "\"seen\":0.5"), json, none, 400,
            malformed);
        row("a number beyond 64 bits", good().replace("\"seen\":0", "\"seen\":18446744073709551616"), json,
            none, 400, u"invalid-value"_s);
        row("another shape", "{\"epoch\":1,\"edits\":{}}", json, none, 400, malformed);
        row("no CBOR", QByteArray(200, '\xff'), cbor, none, 400, malformed);
        row("CBOR that ends early", QByteArray::fromHex("a26565706f6368"), cbor, none, 400, malformed);
        row("CBOR that promises too much", QByteArray::fromHex("a265656469747 39bffffffffffffffff"), cbor,
            none, 400, malformed);
        row("nested without end", QByteArray(200'000, '['), json, none, 400, malformed);
        row("CBOR nested without end", QByteArray(200'000, '\x81'), cbor, none, 400, malformed);
        row("text", good(), "text/plain", none, 400, malformed);
        row("a form", "epoch=1&edits=2", "application/x-www-form-urlencoded", none, 400, malformed);
        row("unknown encoding", good(), json, "br", 400, malformed);
        row("no zstd", QByteArray(300, 'z'), json, "zstd", 400, malformed);
        row("zstd that ends early", packed(good(), protocol::Encoding::Zstd).chopped(9), json, "zstd", 400,
            malformed);
        row("gzip that ends early", packed(good(), protocol::Encoding::Gzip).chopped(12), json, "gzip", 400,
            malformed);
        const QByteArray blanks(64 << 20, ' ');
        row("a zstd bomb", packed(blanks, protocol::Encoding::Zstd), json, "zstd", 413, tooLarge);
        row("a gzip bomb", packed(blanks, protocol::Encoding::Gzip), json, "gzip", 413, tooLarge);
        row("a body over the limit", QByteArray((1 << 20) + 1, ' '), json, none, 413, tooLarge);
        row("a body far over the limit", QByteArray(3 << 20, ' '), cbor, none, 413, tooLarge);
        row("too many edits", encoded(push(1001)), json, none, 413, tooLarge);
    }
    void whatCannotBeReadIsRefusedWhole()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, encoding);
        QFETCH(int, status);
        QFETCH(QString, code);
        const QJsonObject before = city->digests();
        const qint64 memory = mostMemory();
        const QByteArray answer = sendRaw({.body = body, .contentType = contentType, .encoding = encoding});
        QVERIFY2(answer.contains("X-Thidua: 1"), answer.constData());
        const QJsonObject problem = problemIn(answer);
        QCOMPARE(problem.value(u"code"_s).toString(), code);
        QCOMPARE(answer.mid(9, 3).toInt(), status);
        QCOMPARE(problem.value(u"status"_s).toInt(), status);
        QVERIFY(!problem.value(u"title"_s).toString().isEmpty());
        QCOMPARE(city->digests(), before);
        QVERIFY(mostMemory() - memory < 60'000); // kB; the bombs unpack to 64 MiB
        theNextPushIsTaken();
    }

    void aTokenThatIsNotOursIsRefused()
    {
        const QJsonObject before = city->digests();
        const QByteArray answer = sendRaw({.body = good(), .token = "khong-phai-cua-toi"});
        QCOMPARE(answer.mid(9, 3).toInt(), 401);
        QCOMPARE(problemIn(answer).value(u"code"_s), u"unauthenticated"_s);
        QVERIFY(!problemIn(answer).value(u"title"_s).toString().isEmpty());
        QCOMPARE(city->digests(), before);
        theNextPushIsTaken();
    }

    void aHoleInTheOrderIsNamed()
    {
        const QJsonObject before = city->digests();
        for (const QJsonArray& edits :
             {QJsonArray{edit(seq + 2)}, QJsonArray{edit(seq + 1), edit(seq + 3)}}) {
            const auto answer = officer->call("POST", "/v1/push", push(edits));
            QCOMPARE(answer.status, 409);
            QCOMPARE(answer.body.value(u"code"_s), u"gap"_s);
            QCOMPARE(answer.body.value(u"expected"_s), seq + 1);
            QVERIFY(!answer.body.value(u"detail"_s).toString().isEmpty());
        }
        QCOMPARE(city->digests(), before);
        theNextPushIsTaken();
    }

    void anotherLifeOfTheServerIsNamed()
    {
        const QJsonObject before = city->digests();
        QJsonObject request = push(1);
        request.insert(u"epoch"_s, u"9.xxxx"_s);
        const auto answer = officer->call("POST", "/v1/push", request);
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.body.value(u"code"_s), u"epoch"_s);
        QCOMPARE(answer.body.value(u"epoch"_s), officer->epoch);
        QCOMPARE(answer.body.value(u"expected"_s), seq + 1);
        QCOMPARE(city->digests(), before);
        theNextPushIsTaken();
    }

    void theSamePushThriceHasOneEffectAndTheSameReceipts()
    {
        const QJsonObject request = push(3);
        const auto first = officer->call("POST", "/v1/push", request);
        seq += 3;
        QCOMPARE(first.status, 200);
        const QJsonObject after = city->digests();
        for (int again = 0; again < 2; ++again) {
            const auto answer = officer->call("POST", "/v1/push", request);
            QCOMPARE(answer.body.value(u"results"_s), first.body.value(u"results"_s));
            QCOMPARE(answer.body.value(u"acked"_s), seq);
        }
        QCOMPARE(city->digests(), after);
    }

    void aUsedSeqWithOtherContentIsACopiedTablet()
    {
        theNextPushIsTaken();
        const QJsonObject before = city->digests();
        const auto answer = officer->call("POST", "/v1/push", push(QJsonArray{edit(seq)}));
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.body.value(u"code"_s), u"device-forked"_s);
        QVERIFY(!answer.body.value(u"detail"_s).toString().isEmpty());
        QCOMPARE(city->digests(), before);
        theNextPushIsTaken();
    }

    void oneBadEditAmongGoodOnesHoldsUpNothing_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto subject = [this](const QString& name, const QJsonValue& value) {
            QJsonObject set = edit(1).value(u"set"_s).toObject();
            set.insert(name, value);
            return QJsonValue(set);
        };
        const auto row = [](const char* name, const QString& member, const QJsonValue& value,
                            const QString& code) { QTest::newRow(name) << member << value << code; };
        row("half a group", u"set"_s, QJsonObject{{u"value"_s, 1}}, u"incomplete-group"_s);
        row("a record that is not there", u"set"_s, QJsonObject{{u"explanation"_s, u"x"_s}},
            u"unknown-record"_s);
        row("seen what does not exist", u"seen"_s, 7, u"malformed"_s);
        row("another unit's report", u"set"_s, subject(u"unit"_s, city->otherUnit), u"forbidden"_s);
        row(
            "a council's field", u"set"_s,
            [&] {
                QJsonObject set = subject(u"scoreCouncil"_s, 500).toObject();
                set.insert(u"councilReason"_s, u"x"_s);
                return set;
            }(),
            u"forbidden"_s);
        row("text over the limit", u"set"_s, subject(u"explanation"_s, QString(9000, u'x')), u"too-large"_s);
        row(
            "no date", u"set"_s,
            [&] {
                QJsonObject set = subject(u"occurredOn"_s, u"2026-02-30"_s).toObject();
                set.insert(u"place"_s, QJsonValue());
                return set;
            }(),
            u"invalid-value"_s);
        row("a kind that is no name", u"kind"_s, u"re port"_s, u"malformed"_s);
        row("an unknown kind, beyond one's scope", u"kind"_s, u"futureKind"_s, u"forbidden"_s);
        row("the server's own kind", u"kind"_s, u"standing"_s, u"incomplete-group"_s);
    }
    void oneBadEditAmongGoodOnesHoldsUpNothing()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QJsonObject bad = edit(seq + 2);
        bad.insert(member, value);
        const QStringList before = city->reports();
        const auto answer =
            officer->call("POST", "/v1/push", push(QJsonArray{edit(seq + 1), bad, edit(seq + 3)}));
        QCOMPARE(answer.status, 200);
        seq += 3;
        QCOMPARE(answer.body.value(u"acked"_s), seq);
        const auto results = answer.body.value(u"results"_s).toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[0][u"version"_s], 1);
        QCOMPARE(results[2][u"version"_s], 1);
        QCOMPARE(results[1][u"code"_s], code);
        QVERIFY2(!results[1][u"detail"_s].toString().isEmpty(), encoded(results[1].toObject()).constData());
        QCOMPARE(city->reports().size(), before.size() + 2);
        QVERIFY(city->history(bad.value(u"record"_s).toString()).isEmpty());
    }

    void anUnknownFieldIsKeptForThoseWhoKnowIt()
    {
        QJsonObject set = edit(1).value(u"set"_s).toObject();
        set.insert(u"futureField"_s, 42);
        QJsonObject one = edit(++seq);
        one.insert(u"set"_s, set);
        const auto answer = officer->call("POST", "/v1/push", push(QJsonArray{one}));
        QCOMPARE(answer.body.value(u"results"_s)[0][u"version"_s], 1);
        const QJsonArray history = city->history(one.value(u"record"_s).toString());
        QCOMPARE(history.size(), 1);
        QCOMPARE(history[0][u"set"_s][u"futureField"_s], 42);
    }

    void afterAllThisTheServersDataIsWhole()
    {
        const Outcome verified = city->verify();
        QVERIFY2(verified.ok(), verified.output.constData());
    }
};

QTEST_GUILESS_MAIN(TestBadPush)
#include "tst_badpush.moc"
