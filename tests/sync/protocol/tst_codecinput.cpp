#include "protocol/codec.h"
#include "sync/protocol/samples.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thidua;
using namespace thidua::protocol;
using namespace Qt::StringLiterals;

// Bodies that nobody should send: every one is refused with a code, in bounded time and memory.
class tst_CodecInput : public QObject
{
    Q_OBJECT

private:
    // JSON with single quotes, which moc and people read more easily.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray pushWithSet(const QByteArray& set)
    {
        const QByteArray edit = json("'at':5,'seen':0,'kind':'report',"
                                     "'record':'11111111-1111-1111-1111-111111111109'");
        return json("{'epoch':'1.a','edits':[{'seq':1,") + edit + json(",'set':") + set +
               json("},{'seq':2,") + edit + json(",'set':{'note':'ok'}}]}");
    }
    // A CBOR push whose edit sets {"note": <item>}.
    static QByteArray cborWithNote(const QByteArray& item)
    {
        const QByteArray bytes = encode(PushRequest{u"1.a"_s, {test::samplePush().edits[1]}}, Format::Cbor);
        const QByteArray note = QByteArray::fromHex("646e6f7465"); // "note"
        const qsizetype value = bytes.indexOf(note) + note.size();
        const QByteArray old = QByteArray::fromHex("6567") + QByteArray("\xe1\xba\xa5p", 4); // "gấp"
        Q_ASSERT(bytes.mid(value, 6) == old.first(6));
        return bytes.first(value) + item + bytes.mid(value + 6);
    }

private Q_SLOTS:
    void badJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const QByteArray& body, ErrorCode code = ErrorCode::Malformed) {
            QTest::newRow(name) << body << code;
        };
        row("nothing", {});
        row("only spaces", "   ");
        row("another type", "[]");
        row("key twice", json("{'epoch':'1.a','epoch':'1.a','edits':[]}"));
        row("key twice, once escaped", json("{'epoch':'1.a','\\u0065poch':'1.a','edits':[]}"));
        row("fraction", json("{'epoch':'1.a','edits':[{'seq':1.5}]}"));
        row("exponent", json("{'epoch':'1.a','edits':[{'seq':1e3}]}"));
        row("minus zero", json("{'epoch':'1.a','edits':[{'seq':-0}]}"));
        row("leading zero", json("{'epoch':'1.a','edits':[{'seq':01}]}"));
        row("plus", json("{'epoch':'1.a','edits':[{'seq':+1}]}"));
        row("NaN", json("{'epoch':'1.a','edits':[{'seq':NaN}]}"));
        row("seq zero", json("{'epoch':'1.a','edits':[{'seq':0}]}"));
        row("2^63", json("{'epoch':'1.a','edits':[{'seq':9223372036854775808}]}"), ErrorCode::InvalidValue);
        row("2^64", json("{'epoch':'1.a','edits':[{'seq':18446744073709551616}]}"), ErrorCode::InvalidValue);
        row("deep lists", QByteArray(100'000, '['));
        row("deep lists in an unknown member", json("{'x':") + QByteArray(1'000'000, '['),
            ErrorCode::TooLarge);
        row("deep maps", json("{'x':") + QByteArray(json("{'a':")).repeated(100'000), ErrorCode::TooLarge);
        row("lone surrogate", json("{'epoch':'\\ud800','edits':[]}"));
        row("surrogates reversed", json("{'epoch':'\\udc00\\ud800','edits':[]}"));
        row("unknown escape", json("{'epoch':'\\x41','edits':[]}"));
        row("cut escape", json("{'epoch':'\\u12"));
        row("behind", json("{'epoch':'1.a','edits':[]} x"));
        row("no edits", json("{'epoch':'1.a'}"));
        row("null edits", json("{'epoch':'1.a','edits':null}"));
        row("trailing comma", json("{'epoch':'1.a','edits':[],}"));
        row("missing comma", json("{'epoch':'1.a' 'edits':[]}"));
        row("not UTF-8", "{\"epoch\":\"\xff\",\"edits\":[]}");
        row("overlong UTF-8", "{\"epoch\":\"\xc0\xaf\",\"edits\":[]}");
        row("surrogate in UTF-8", "{\"epoch\":\"\xed\xa0\x80\",\"edits\":[]}");
        row("control character", "{\"epoch\":\"a\nb\",\"edits\":[]}");
        row("a comment", "{\"epoch\":\"a\",/**/\"edits\":[]}");
        row("single quotes", "{'epoch':'a','edits':[]}");
        row("byte order mark", "\xef\xbb\xbf{\"epoch\":\"a\",\"edits\":[]}");
        row("long text", json("{'epoch':'") + QByteArray(8193, 'a') + json("','edits':[]}"),
            ErrorCode::TooLarge);
    }
    void badJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QCOMPARE(decode<PushRequest>(body, Format::Json).error().code, code);
    }

    void badCborIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const char* hex, ErrorCode code = ErrorCode::Malformed) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << code;
        };
        row("nothing", "");
        row("another type", "80");
        row("2^64 members", "bbffffffffffffffff");
        row("2^63 members", "bb7fffffffffffffff");
        row("endless map", "bfff");
        row("endless list", "a16565646974739fff"
                            "ff");
        row("a long text that is not there", "7b7fffffffffffffff");
        row("key twice", "a2656570 6f63686131656570 6f63686131");
        row("key no text", "a10102");
        row("reserved head", "a1656570 6f63681c");
        row("not UTF-8", "a1656570 6f636861ff");
        row("edits with a lie about their number", "a165656469747 39bffffffffffffff00");
        row("behind", "a2 656564697473 80 6565706f6368 60 00");
        QTest::newRow("deep lists in an unknown member")
            << QByteArray("\xa1\x61x") + QByteArray(1'000'000, '\x81') << ErrorCode::TooLarge;
        QTest::newRow("deep tags in an unknown member")
            << QByteArray("\xa1\x61x") + QByteArray(1'000'000, '\xc1') << ErrorCode::TooLarge;
    }
    void badCborIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        QCOMPARE(decode<PushRequest>(body, Format::Cbor).error().code, code);
    }

    // A value that cannot be stored spoils its own edit, never the queue behind it.
    void aBadValueSpoilsItsOwnEditOnly_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const QByteArray& set, ErrorCode code = ErrorCode::Malformed) {
            QTest::newRow(name) << set << code;
        };
        row("no map", "[]");
        row("key twice", json("{'note':'a','note':'b'}"));
        row("float", json("{'value':1.5}"));
        row("map", json("{'value':{}}"));
        row("2^63", json("{'value':9223372036854775808}"), ErrorCode::InvalidValue);
        row("-2^63-1", json("{'value':-9223372036854775809}"), ErrorCode::InvalidValue);
        row("long text", json("{'note':'") + QByteArray(8193, 'a') + json("'}"), ErrorCode::TooLarge);
        row("long escaped text", json("{'note':'\\n") + QByteArray(8192, 'a') + json("'}"),
            ErrorCode::TooLarge);
        row("nested lists", json("{'note':[[[[[]]]]]}"), ErrorCode::TooLarge);
        row("lone surrogate", json("{'note':'\\ud800'}"));
        row("not UTF-8", "{\"note\":\"\xff\"}");
        row("a name with a comma", json("{'a,b':1}"));
        row("an empty name", json("{'':1}"));
        row("a long name", json("{'") + QByteArray(65, 'n') + json("':1}"));
        QByteArray many("{");
        for (int i = 0; i < 300; ++i)
            many += "\"f" + QByteArray::number(i) + "\":1,";
        many.back() = '}';
        row("too many fields", many, ErrorCode::TooLarge);
    }
    void aBadValueSpoilsItsOwnEditOnly()
    {
        QFETCH(QByteArray, set);
        QFETCH(ErrorCode, code);
        const auto push = decode<PushRequest>(pushWithSet(set), Format::Json);
        QVERIFY2(push, qPrintable(push.error().detail));
        QCOMPARE(push->edits[0].fault.code, code);
        QVERIFY(push->edits[0].edit.set.isEmpty());
        QCOMPARE(push->edits[1].fault.code, ErrorCode::None);
        QCOMPARE(push->edits[1].edit.set.value(u"note"_s), Value(u"ok"_s));
    }

    void aBadCborValueSpoilsItsOwnEditOnly_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, const char* hex, ErrorCode code = ErrorCode::Malformed) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << code;
        };
        row("half float", "f93e00");
        row("NaN", "fb7ff8000000000000");
        row("undefined", "f7");
        row("tagged date", "c11a514b67b0");
        row("big number", "c249010000000000000000");
        row("2^63", "1b8000000000000000", ErrorCode::InvalidValue);
        row("-2^63-1", "3b8000000000000000", ErrorCode::InvalidValue);
        row("map", "a0");
        row("overlong UTF-8", "62c0af");
        row("nested lists", "8181818180", ErrorCode::TooLarge);
    }
    void aBadCborValueSpoilsItsOwnEditOnly()
    {
        QFETCH(QByteArray, item);
        QFETCH(ErrorCode, code);
        const auto push = decode<PushRequest>(cborWithNote(item), Format::Cbor);
        QVERIFY2(push, qPrintable(push.error().detail));
        QCOMPARE(push->edits[0].fault.code, code);
        QVERIFY(push->edits[0].edit.set.isEmpty());
    }

    void theExtremesAreValid()
    {
        const auto push = decode<PushRequest>(
            pushWithSet(json("{'a':9223372036854775807,'b':-9223372036854775808,'c':[[[[]]]],'d':'😀'}")),
            Format::Json);
        QVERIFY(push);
        const Fields& set = push->edits[0].edit.set;
        QCOMPARE(set[u"a"_s].toInteger(), std::numeric_limits<qint64>::max());
        QCOMPARE(set[u"b"_s].toInteger(), std::numeric_limits<qint64>::min());
        QCOMPARE(set[u"d"_s].toText(), u"😀"_s);
        const auto viaCbor = decode<PushRequest>(encode(*push, Format::Cbor), Format::Cbor);
        QCOMPARE(viaCbor->edits[0].edit.set, set);
    }

    void aWrongIdOfAKnownFieldStaysATextForTheShapeToRefuse()
    {
        const auto push = decode<PushRequest>(pushWithSet(json("{'unit':'no uuid'}")), Format::Json);
        QCOMPARE(push->edits[0].edit.set.value(u"unit"_s), Value(u"no uuid"_s));
    }

    void aPushHasAtMostAThousandEdits()
    {
        PushRequest push = test::samplePush();
        push.edits = QList<PushEdit>(1000, push.edits[1]);
        QVERIFY(decode<PushRequest>(encode(push, Format::Cbor), Format::Cbor));
        push.edits.append(push.edits[0]);
        for (Format format : {Format::Cbor, Format::Json})
            QCOMPARE(decode<PushRequest>(encode(push, format), format).error().code, ErrorCode::TooLarge);
    }

    // X3: eight mebibytes of tiny items must not become half a gigabyte of values.
    // X3: as many keys as a body can hold take time in proportion to it.
    void keysWithoutNumberAreReadOrRefusedInTime_data()
    {
        QTest::addColumn<bool>("inSet");
        QTest::newRow("of the body") << false;
        QTest::newRow("of an edit's set") << true;
    }
    void keysWithoutNumberAreReadOrRefusedInTime()
    {
        QFETCH(bool, inSet);
        QByteArray members;
        for (quint64 i = 1; i <= 200'000; ++i)
            members += json("'k") + QByteArray::number(i * 0x9e37'79b9'7f4a'7c15, 36) + json("':1,");
        QElapsedTimer timer;
        const QByteArray body = inSet ? pushWithSet('{' + members.chopped(1) + '}')
                                      : '{' + members + json("'epoch':'1.a','edits':[]}");
        timer.start();
        const auto push = decode<PushRequest>(body, Format::Json);
        QVERIFY(push);
        if (inSet)
            QCOMPARE(push->edits.first().fault.code, ErrorCode::TooLarge);
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
    }

    void listElementsAreCountedOverTheWholeBody()
    {
        QByteArray list("[");
        for (int i = 0; i < 300'000; ++i)
            list += "1,";
        list.back() = ']';
        const auto push = decode<PushRequest>(pushWithSet(json("{'x':") + list + '}'), Format::Json);
        QCOMPARE(push.error().code, ErrorCode::TooLarge);
    }

    void everyCutOfABodyIsRefused()
    {
        for (Format format : {Format::Cbor, Format::Json}) {
            const QByteArray page = encode(test::samplePage(), format);
            for (qsizetype size = 0; size < page.size(); ++size)
                QVERIFY(!decode<PullAnswer>(page.first(size), format));
            const QByteArray push = encode(test::samplePush(), format);
            for (qsizetype size = 0; size < push.size(); ++size)
                QVERIFY(!decode<PushRequest>(push.first(size), format));
        }
    }

    // N10: whatever a proxy does to a byte, the answer is a body or a code, never a crash.
    void everyFlippedByteIsDecidedUpon()
    {
        for (Format format : {Format::Cbor, Format::Json}) {
            const QByteArray page = encode(test::samplePage(), format);
            for (qsizetype i = 0; i < page.size(); ++i) {
                for (const int flip : {0x01, 0x20, 0x80, 0xff}) {
                    QByteArray changed = page;
                    changed[i] = char(changed[i] ^ flip);
                    const auto back = decode<PullAnswer>(changed, format);
                    if (back)
                        (void)encode(*back, format);
                    else
                        QVERIFY(back.error().code != ErrorCode::Internal);
                }
            }
        }
    }

    void aRowOfAnotherLengthIsRefused()
    {
        PullAnswer page = test::samplePage();
        page.tables[0].columns.append(u"note"_s);
        page.tables[0].rows[0].body += codec::encodeRow({Value(), Value()});
        page.tables[0].rows[1].body += codec::encodeRow({Value()});
        QVERIFY(!decode<PullAnswer>(encode(page, Format::Cbor), Format::Cbor));
    }

    void aStampThatIsNotThereIsRefused()
    {
        for (Format format : {Format::Cbor, Format::Json}) {
            PullAnswer page = test::samplePage();
            page.tables[0].rows[0].stamp = 2;
            QCOMPARE(decode<PullAnswer>(encode(page, format), format).error().code, ErrorCode::Malformed);
            page = test::samplePage();
            page.tables[0].siblings[0].stamp = 2;
            QCOMPARE(decode<PullAnswer>(encode(page, format), format).error().code, ErrorCode::Malformed);
        }
    }

    void aCompactTableWhoseColumnsDoNotFitIsRefused()
    {
        QJsonObject page = QJsonDocument::fromJson(encode(test::compactPage(), Format::Json)).object();
        const auto refused = [&](const QString& member, const QJsonValue& value) {
            QJsonObject table = page[u"tables"_s][0].toObject();
            table[member] = value;
            QJsonObject changed = page;
            changed[u"tables"_s] = QJsonArray{table};
            const auto answer = decode<PullAnswer>(QJsonDocument(changed).toJson(), Format::Json);
            return !answer && answer.error().code == ErrorCode::Malformed;
        };
        const QJsonArray one{1};
        QVERIFY(!refused(u"more"_s, 1)); // a member that nobody knows
        for (const auto& name : {u"revs"_s, u"versions"_s, u"own"_s, u"rows"_s, u"records"_s})
            QVERIFY2(refused(name, QJsonArray()), qPrintable(name));
        QVERIFY(refused(u"own"_s, QJsonArray{0, 2}));       // a third stamp
        QVERIFY(refused(u"own"_s, QJsonArray{-1, 1}));      // one before the first
        QVERIFY(refused(u"revs"_s, QJsonArray{301, -301})); // no revision
        QVERIFY(refused(u"channels"_s, QJsonArray{QJsonArray{u"city"_s, 1}}));
        QVERIFY(refused(u"channels"_s, QJsonArray{QJsonArray{u"city"_s, 3}}));
        QVERIFY(refused(u"ids"_s, QJsonArray()));
        QVERIFY(refused(u"stamps"_s, QJsonArray{one, one, one, one, one}));
        QVERIFY(refused(u"mixed"_s, QJsonArray{QJsonArray{2, 0, u"value"_s}}));    // a third row
        QVERIFY(refused(u"siblings"_s, QJsonArray{QJsonArray{0, 0, u"value"_s}})); // without its value
    }

    void aResultIsEitherAcceptedOrRefused()
    {
        const auto answer = [](const QByteArray& result) {
            return decode<PushAnswer>(json("{'epoch':'1.a','time':1,'acked':1,'results':[") + result + "]}",
                                      Format::Json);
        };
        QVERIFY(answer(json("{'seq':1,'version':1}")));
        QVERIFY(answer(json("{'seq':1,'code':'forbidden'}")));
        QCOMPARE(answer(json("{'seq':1,'code':'from-the-future'}"))->results[0].code, ErrorCode::Internal);
        QVERIFY(!answer(json("{'seq':1}")));
        QVERIFY(!answer(json("{'seq':1,'version':1,'code':'forbidden'}")));
    }

    void theFaultTellsItsPlace()
    {
        const auto push =
            decode<PushRequest>(json("{'epoch':'1.a','edits':[{'seq':1,'at':'x'}]}"), Format::Json);
        QVERIFY2(push.error().detail.contains(u"edits[0].at"_s), qPrintable(push.error().detail));
        const auto missing = decode<PushRequest>(json("{'epoch':'1.a'}"), Format::Json);
        QVERIFY2(missing.error().detail.contains(u"edits"_s), qPrintable(missing.error().detail));
    }
};

QTEST_GUILESS_MAIN(tst_CodecInput)
#include "tst_codecinput.moc"
