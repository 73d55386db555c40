#include "protocol/codec.h"
#include "sync/protocol/samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thidua;
using namespace thidua::protocol;
using namespace Qt::StringLiterals;

class tst_Codec : public QObject
{
    Q_OBJECT

private:
    // Decoding and encoding again gives the same bytes, so nothing was lost that the bytes said.
    template<typename Body>
    static bool survives(const Body& body, Format format)
    {
        const QByteArray bytes = encode(body, format);
        const auto back = decode<Body>(bytes, format);
        if (!back)
            qWarning() << back.error().detail << bytes;
        return back && encode(*back, format) == bytes;
    }
    template<typename Body>
    static bool saysTheSameInBoth(const Body& body)
    {
        const auto viaJson = decode<Body>(encode(body, Format::Json), Format::Json);
        return survives(body, Format::Cbor) && survives(body, Format::Json) && viaJson &&
               encode(*viaJson, Format::Cbor) == encode(body, Format::Cbor);
    }

private Q_SLOTS:
    void everyBodySurvivesBothFormats()
    {
        QVERIFY(saysTheSameInBoth(EnrolRequest{u"an.nguyen"_s, u"pass\"word"_s, {}, u"Máy tính bảng 1"_s}));
        QVERIFY(saysTheSameInBoth(EnrolRequest{{}, {}, u"7KQ2-M9"_s, u"Máy tính bảng 1"_s}));
        QVERIFY(saysTheSameInBoth(test::sampleEnrolment()));
        QVERIFY(saysTheSameInBoth(
            MeAnswer{test::sampleUser(), {u"city"_s, test::unitChannel}, {u"city"_s}, QByteArray(32, '\1')}));
        QVERIFY(saysTheSameInBoth(HandoverAnswer{12, true}));
        QVERIFY(saysTheSameInBoth(test::samplePush()));
        QVERIFY(saysTheSameInBoth(test::samplePushAnswer()));
        QVERIFY(saysTheSameInBoth(test::samplePull()));
        QVERIFY(saysTheSameInBoth(test::samplePage()));
        QVERIFY(saysTheSameInBoth(test::compactPage()));
        QVERIFY(saysTheSameInBoth(test::sampleHistory()));
    }

    void anEditComesBackAsItWas()
    {
        const PushRequest push = test::samplePush();
        for (Format format : {Format::Cbor, Format::Json}) {
            const auto back = decode<PushRequest>(encode(push, format), format);
            QVERIFY(back);
            QCOMPARE(back->edits.size(), 2);
            QCOMPARE(back->edits[0].edit, push.edits[0].edit);
            QCOMPARE(back->edits[1].edit, push.edits[1].edit);
            QCOMPARE(back->edits[1].epoch, u"1.k3Qz"_s);
            QCOMPARE(back->epoch, push.epoch);
        }
    }

    void aPageComesBackAsItWas()
    {
        const PullAnswer page = test::samplePage();
        for (Format format : {Format::Cbor, Format::Json}) {
            const QByteArray bytes = encode(page, format);
            const auto back = decode<PullAnswer>(bytes, format);
            QVERIFY(back);
            QCOMPARE(back->channels, page.channels);
            QCOMPARE(back->digests, page.digests);
            QCOMPARE(back->offer, page.offer);
            QCOMPARE(back->gone, page.gone);
            const merge::PublishedTable& table = back->tables.first();
            QCOMPARE(table.columns, page.tables.first().columns);
            QCOMPARE(table.stamps, page.tables.first().stamps);
            QCOMPARE(table.rows[1].body, page.tables.first().rows[1].body);
            QCOMPARE(table.rows[1].channel, test::unitChannel);
            QCOMPARE(table.rows[1].rev, 302);
            QCOMPARE(table.siblings[0].value, Value(90));
            QCOMPARE(table.siblings[1].value, Value(test::recordId(1)));
            QCOMPARE(table.moved, page.tables.first().moved);
        }
    }

    void aCompactTableSaysWhatThePlainOneSays()
    {
        const PullAnswer plain = test::samplePage();
        PullAnswer compact = test::compactPage();
        // Two devices, numbers that fall as well as rise, and two channels.
        merge::PublishedTable& more = compact.tables.first();
        more.stamps.append({7, test::deviceId(7), 40, 1'699'999'999'999, 40, test::userId(1)});
        more.rows.append({test::recordId(11), u"city"_s, 12, 7, 2, more.rows[0].body});
        more.mixed.append({test::recordId(11), u"value"_s, 0});
        PullAnswer same = plain;
        same.tables = compact.tables;
        for (Format format : {Format::Cbor, Format::Json}) {
            const QByteArray bytes = encode(compact, format);
            const auto back = decode<PullAnswer>(bytes, format); // points into them
            QVERIFY2(back, qPrintable(back.error().detail));
            PullAnswer asPlain = plain;
            asPlain.tables = back->tables;
            QCOMPARE(encode(asPlain, Format::Json), encode(same, Format::Json));
            QVERIFY(back->compact && back->digests.isEmpty());
            QCOMPARE(back->digest, compact.digest);
        }
        QVERIFY(encode(compact, Format::Cbor).size() < encode(same, Format::Cbor).size());
    }

    void rowBodiesOfCborPointIntoTheBody()
    {
        const QByteArray bytes = encode(test::samplePage(), Format::Cbor);
        const auto page = decode<PullAnswer>(bytes, Format::Cbor);
        QVERIFY(page);
        const char* body = page->tables.first().rows.first().body.constData();
        QVERIFY(body > bytes.constData() && body < bytes.constData() + bytes.size());
    }

    void digestsAreOnlyInTheLastPage()
    {
        PullAnswer page = test::samplePage();
        page.more = true;
        const auto back = decode<PullAnswer>(encode(page, Format::Json), Format::Json);
        QVERIFY(back && back->digests.isEmpty());
    }

    void jsonShowsIdsAsTextAndDigestsAsHex()
    {
        const auto json = QJsonDocument::fromJson(encode(test::samplePush(), Format::Json)).object();
        const auto edit = json[u"edits"_s][0].toObject();
        QCOMPARE(edit[u"record"_s].toString(), u"11111111-1111-1111-1111-111111111109"_s);
        QCOMPARE(edit[u"set"_s][u"unit"_s].toString(), u"11111111-1111-1111-1111-111111111101"_s);
        const auto page = QJsonDocument::fromJson(encode(test::samplePage(), Format::Json)).object();
        QCOMPARE(page[u"digests"_s][u"city"_s].toString(), u"fedcba9876543210"_s);
        QCOMPARE(page[u"digests"_s][test::unitChannel].toString(), u"0000000000000007"_s);
    }

    void unknownMembersAreSkippedAndNullCountsAsAbsent()
    {
        const QByteArray json =
            R"({"epoch":null,"future":{"a":[1,{"b":"c"}],"d":2.5e3},"channels":{"city":3}})";
        const auto pull = decode<PullRequest>(json, Format::Json);
        QVERIFY(pull);
        QCOMPARE(pull->channels.value(u"city"_s), 3);
        // The same with a tag, a float and a simple value, in CBOR.
        const auto cbor = QByteArray::fromHex("a2"
                                              "66667574757265" // "future"
                                              "83c11a514b67b0f93e00f0"
                                              "686368616e6e656c73" // "channels"
                                              "a164636974790303");
        QVERIFY(!decode<PullRequest>(cbor, Format::Cbor)); // one byte too many
        QVERIFY(decode<PullRequest>(cbor.chopped(1), Format::Cbor));
    }

    void keysMayComeInAnyOrder()
    {
        const QByteArray json =
            R"({"edits":[{"kind":"report","set":{"unit":"11111111-1111-1111-1111-111111111101"},)"
            R"("record":"11111111-1111-1111-1111-111111111109","seq":1,"at":5,"seen":0}],)"
            R"("epoch":"1.a"})";
        const auto push = decode<PushRequest>(json, Format::Json);
        QVERIFY(push);
        QCOMPARE(push->edits.first().edit.set.value(u"unit"_s), Value(test::recordId(1)));
    }

    void aKindOfANewerVersionIsCarried()
    {
        PushRequest push = test::samplePush();
        push.edits[0].edit.kind = u"futureKind"_s;
        push.edits[0].edit.set = {{u"anything"_s, Value(Value::List{Value(1), Value(u"hai"_s)})},
                                  {u"raw"_s, Value(QByteArray("\x01\xff"))}};
        const auto cbor = decode<PushRequest>(encode(push, Format::Cbor), Format::Cbor);
        QCOMPARE(cbor->edits.first().edit.set, push.edits.first().edit.set);
        const auto json = decode<PushRequest>(encode(push, Format::Json), Format::Json);
        QCOMPARE(json->edits.first().edit.set.value(u"raw"_s), Value(u"Af8"_s)); // JSON has no bytes
    }

    void problemsCarryTheirMembers()
    {
        const Problem problem{409, ErrorCode::Gap, u"seq 9 after 4"_s, 5, u"2.aB"_s, 17, 30, {3, 4}};
        const auto back = decodeProblem(encode(problem));
        QVERIFY(back);
        QCOMPARE(back->status, 409);
        QCOMPARE(back->code, ErrorCode::Gap);
        QCOMPARE(back->detail, problem.detail);
        QCOMPARE(back->expected, 5);
        QCOMPARE(back->epoch, problem.epoch);
        QCOMPARE(back->time, 17);
        QCOMPARE(back->retryAfter, 30);
    }

    void contentTypesAreRecognised()
    {
        QCOMPARE(formatOf("application/cbor"), Format::Cbor);
        QCOMPARE(formatOf("Application/JSON; charset=utf-8"), Format::Json);
        QVERIFY(!formatOf("text/html"));
        QVERIFY(!formatOf(""));
    }

    void epochsCountTheirRestores()
    {
        QCOMPARE(epochNumber(u"3.k9"_s), 3);
        QCOMPARE(epochNumber(u"12"_s), 0);
        QCOMPARE(epochNumber(u"-1.x"_s), 0);
        QCOMPARE(epochNumber({}), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Codec)
#include "tst_codec.moc"
