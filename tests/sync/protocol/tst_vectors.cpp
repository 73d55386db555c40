#include "domain/names.h"
#include "merge/recordstate.h"
#include "protocol/codec.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace thidua;
using namespace thidua::protocol;
using namespace Qt::StringLiterals;

// The published vectors in data/ (PROTOCOL.md, section 8) against this project's own code: what an
// independent client is checked with must hold here first.
class TestVectors : public QObject
{
    Q_OBJECT

private:
    static QByteArray read(const QString& name)
    {
        QFile file(QFINDTESTDATA("data/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Each case of a file as a row of test data.
    static void cases(const QString& name)
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray all = QJsonDocument::fromJson(read(name)).array();
        QVERIFY(!all.isEmpty());
        for (const auto& entry : all) {
            const QJsonObject vector = entry.toObject();
            const QString title = vector[u"name"_s].toString() + u", "_s + vector[u"policy"_s].toString();
            QTest::newRow(qPrintable(title)) << vector;
        }
    }

    template<typename Body>
    static void compareNotations(const QString& name)
    {
        const QByteArray text = read(name + u".json"_s);
        const QByteArray bytes = QByteArray::fromHex(read(name + u".cbor.hex"_s));
        QVERIFY(!text.isEmpty() && !bytes.isEmpty());
        const auto fromText = decode<Body>(text, Format::Json);
        const auto fromBytes = decode<Body>(bytes, Format::Cbor);
        QVERIFY2(fromText, qPrintable(fromText.error().detail));
        QVERIFY2(fromBytes, qPrintable(fromBytes.error().detail));
        QCOMPARE(encode(*fromText, Format::Cbor).toHex(), bytes.toHex());
        QCOMPARE(encode(*fromBytes, Format::Cbor).toHex(), bytes.toHex());
        QCOMPARE(encode(*fromBytes, Format::Json), encode(*fromText, Format::Json));
        QCOMPARE(QJsonDocument::fromJson(encode(*fromBytes, Format::Json)), QJsonDocument::fromJson(text));
    }

    static merge::Stamp stampOf(const QJsonObject& edit, qint64 number)
    {
        return {number,
                *DeviceId::fromText(edit[u"device"_s].toString()),
                edit[u"seq"_s].toInteger(),
                edit[u"at"_s].toInteger(),
                edit[u"rank"_s].toInt(),
                {}};
    }
    static merge::GroupEdit groupEditOf(const QJsonObject& edit)
    {
        const QJsonValue value = edit[u"value"_s];
        const Value held = value.isNull()     ? Value()
                           : value.isString() ? Value(value.toString())
                                              : Value(value.toInteger());
        return {stampOf(edit, edit[u"version"_s].toInteger()),
                edit[u"epoch"_s].toInteger(1),
                edit[u"seen"_s].toInteger(),
                edit[u"seenEpoch"_s].toInteger(1),
                {{name::value, held}}};
    }
    static merge::MergePolicy policyOf(const QString& name)
    {
        using enum merge::MergePolicy;
        for (const auto policy : {Role, Latest, Authority}) {
            if (domain::policyName(policy) == name)
                return policy;
        }
        qFatal("no policy %s", qPrintable(name));
    }
    static QList<qint64> versions(const QJsonArray& array)
    {
        QList<qint64> numbers;
        for (const auto& number : array)
            numbers.append(number.toInteger());
        return numbers;
    }
    static void compare(const merge::Decision& decision, const QJsonObject& expected)
    {
        QCOMPARE(decision.winner.stamp.version, expected[u"winner"_s].toInteger());
        QList<qint64> siblings;
        for (const merge::GroupEdit& sibling : decision.siblings)
            siblings.append(sibling.stamp.version);
        QCOMPARE(siblings, versions(expected[u"siblings"_s].toArray()));
    }

    // As a push would bring them, with the types that the schema knows.
    static Fields fieldsOf(const QString& kind, const QJsonObject& set)
    {
        const QJsonObject edit{{u"seq"_s, 1},     {u"at"_s, 1},
                               {u"seen"_s, 0},    {u"record"_s, RecordId().toText()},
                               {u"kind"_s, kind}, {u"set"_s, set}};
        const QJsonObject body{{u"epoch"_s, u"1.x"_s}, {u"edits"_s, QJsonArray{edit}}};
        const auto push = decode<PushRequest>(QJsonDocument(body).toJson(), Format::Json);
        return push && push->edits.size() == 1 ? push->edits.first().edit.set : Fields();
    }
    static void enter(merge::RecordState& state, const QJsonObject& said)
    {
        merge::Edit edit;
        edit.device = *DeviceId::fromText(said[u"device"_s].toString());
        edit.seq = said[u"seq"_s].toInteger();
        edit.at = said[u"at"_s].toInteger();
        edit.seen = said[u"seen"_s].toInteger();
        edit.seenEpoch = 1;
        edit.kind = state.kind;
        edit.set = fieldsOf(state.kind, said[u"set"_s].toObject());
        merge::apply(domain::Schema::current(), state, edit,
                     {edit.at, said[u"rank"_s].toInt(), UserId(), 1, {}});
    }

private Q_SLOTS:
    void bodiesAreTheSameInBothNotations()
    {
        compareNotations<PushRequest>(u"push-request"_s);
        compareNotations<PushAnswer>(u"push-answer"_s);
        compareNotations<PullRequest>(u"pull-request"_s);
        compareNotations<PullAnswer>(u"pull-answer"_s);
        compareNotations<PullAnswer>(u"pull-answer-compact"_s);
    }

    void theCompactAnswerSaysWhatThePlainOneSays()
    {
        const auto plain = decode<PullAnswer>(read(u"pull-answer.json"_s), Format::Json);
        auto compact = decode<PullAnswer>(read(u"pull-answer-compact.json"_s), Format::Json);
        QVERIFY(plain && compact);
        QCOMPARE(compact->digest, merge::digestOfAll(plain->digests));
        PullAnswer same = *plain;
        same.tables = compact->tables;
        QCOMPARE(encode(same, Format::Json), encode(*plain, Format::Json));
    }

    void digestsAreSums_data() { cases(u"digests.json"_s); }
    void digestsAreSums()
    {
        QFETCH(QJsonObject, vector);
        quint64 sum = 0;
        for (const auto& entry : vector[u"records"_s].toArray())
            sum +=
                digestOf(*RecordId::fromText(entry[u"record"_s].toString()), entry[u"version"_s].toInteger());
        QCOMPARE(digestText(sum), vector[u"digest"_s].toString());
    }

    void groupsAreDecidedInWhateverOrder_data() { cases(u"merge-groups.json"_s); }
    void groupsAreDecidedInWhateverOrder()
    {
        QFETCH(QJsonObject, vector);
        QList<merge::GroupEdit> edits;
        for (const auto& edit : vector[u"edits"_s].toArray())
            edits.append(groupEditOf(edit.toObject()));
        const auto policy = policyOf(vector[u"policy"_s].toString());
        const auto earlier = [](const auto& a, const auto& b) { return a.stamp.version < b.stamp.version; };
        QVERIFY(std::ranges::is_sorted(edits, earlier));
        do {
            compare(merge::decide(policy, merge::heads(policy, edits)), vector);
        } while (std::ranges::next_permutation(edits, earlier).found);
        QList<merge::GroupEdit> heads; // as a server does it, one edit after the other
        for (const merge::GroupEdit& edit : std::as_const(edits))
            heads = merge::headsAfter(policy, heads, edit);
        compare(merge::decide(policy, heads), vector);
    }

    void recordsAreDecidedGroupByGroup_data() { cases(u"merge-records.json"_s); }
    void recordsAreDecidedGroupByGroup()
    {
        QFETCH(QJsonObject, vector);
        const domain::Schema& schema = domain::Schema::current();
        merge::RecordState state;
        state.kind = vector[u"kind"_s].toString();
        for (const auto& edit : vector[u"edits"_s].toArray())
            enter(state, edit.toObject());
        const QJsonObject groups = vector[u"groups"_s].toObject();
        QVERIFY(!groups.isEmpty());
        for (const QString& group : groups.keys())
            compare(merge::decide(schema.policy(state.kind, group), state.groups[group]),
                    groups[group].toObject());
        QCOMPARE(state.values(schema), fieldsOf(state.kind, vector[u"values"_s].toObject()));
    }
};

QTEST_APPLESS_MAIN(TestVectors)
#include "tst_vectors.moc"
