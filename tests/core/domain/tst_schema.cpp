#include "domain/lifecycle.h"
#include "domain/names.h"
#include "domain/schema.h"

#include <QTest>

using namespace thidua;
using namespace thidua::domain;
using namespace Qt::StringLiterals;

namespace
{

const Schema& schema()
{
    return Schema::current();
}

RecordId record(const char* name)
{
    return RecordId::named("test", name);
}

// A value that a field of this type accepts.
Value sampleOf(const FieldType& type)
{
    switch (type.type) {
    case ValueType::Bool:
        return true;
    case ValueType::Integer:
    case ValueType::Hundredths:
    case ValueType::Time:
        return 7;
    case ValueType::Text:
        return u"Thi đua"_s;
    case ValueType::Date:
        return u"2023-03-21"_s;
    case ValueType::Uuid:
    case ValueType::Reference:
        return record("any");
    case ValueType::Bytes:
        return QByteArray("x");
    case ValueType::Enum:
        return type.choices.first();
    case ValueType::List:
        return Value::List{sampleOf(type.element.first())};
    }
    Q_UNREACHABLE();
}

Fields completeRecord(const Kind& kind)
{
    Fields fields;
    for (const FieldGroup& group : kind.groups) {
        for (const Field& field : group.fields)
            fields.insert(field.name, sampleOf(field.type));
    }
    return fields;
}

FieldType typeOf(QLatin1String kindName, QLatin1String fieldName)
{
    return schema().kind(QString(kindName))->field(QString(fieldName))->type;
}

ErrorCode shapeOf(QStringView kindName, const Fields& set, bool creates = false)
{
    return checkShape(schema(), kindName, set, creates).error().code;
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnName();
    void everyFieldOfAKindIsNamedOnce();
    void everyGroupIsNamedOnceAndHoldsFields();
    void aFieldAloneGivesItsGroupTheName();
    void deletedIsTheLastGroupOfEveryKind();
    void referencesNameKindsThatExist();
    void everyEnumHasDistinctChoices();
    void aChannelRuleFindsItsField();
    void statesNamedByFieldsAreStatesOfTheirKind();
    void aCompleteRecordOfEveryKindIsAccepted();
    void aRecordWithoutARequiredFieldIsRefused();
    void aGroupIsWrittenWholeOrNotAtAll();
    void typesAcceptOnlyTheirOwnValues_data();
    void typesAcceptOnlyTheirOwnValues();
    void datesHaveOneText_data();
    void datesHaveOneText();
    void textIsNfcAndValid_data();
    void textIsNfcAndValid();
    void listsHoldNoNull();
    void typeNamesTellWhatTheyHold();
    void anEmptyEditIsMalformed();
    void aRequiredFieldIsNeverCleared();
    void fieldsOfANewerVersionPass();
    void theChannelFollowsFromTheValues();
    void aKindOfANewerVersionFindsItsChannel();
    void policiesOfUnknownGroupsAreRole();
};

void SchemaTest::everyKindHasItsOwnName()
{
    QSet<QString> seen;
    for (const Kind& kind : schema().kinds()) {
        QVERIFY2(!kind.name.isEmpty() && !seen.contains(kind.name), qPrintable(kind.name));
        seen.insert(kind.name);
        QCOMPARE(schema().kind(kind.name), &kind);
    }
    QCOMPARE(seen.size(), 26);
    QVERIFY(!schema().kind(u"poem"));
}

void SchemaTest::everyFieldOfAKindIsNamedOnce()
{
    for (const Kind& kind : schema().kinds()) {
        QSet<QString> seen;
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                QVERIFY2(!seen.contains(field.name), qPrintable(kind.name + u'.' + field.name));
                seen.insert(field.name);
                QCOMPARE(kind.groupOfField(field.name), &group);
                QCOMPARE(kind.field(field.name), &field);
            }
        }
    }
}

void SchemaTest::everyGroupIsNamedOnceAndHoldsFields()
{
    for (const Kind& kind : schema().kinds()) {
        QSet<QString> seen;
        for (const FieldGroup& group : kind.groups) {
            QVERIFY2(!seen.contains(group.name), qPrintable(kind.name + u'.' + group.name));
            seen.insert(group.name);
            QVERIFY(!group.fields.isEmpty());
            QCOMPARE(kind.group(group.name), &group);
        }
    }
}

void SchemaTest::aFieldAloneGivesItsGroupTheName()
{
    // Otherwise a group could bear the name of a field that a newer version puts elsewhere. `identity`,
    // `scoring` and the like are names of groups with several fields.
    for (const Kind& kind : schema().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            if (group.fields.size() == 1)
                QCOMPARE(group.name, group.fields.first().name);
        }
    }
}

void SchemaTest::deletedIsTheLastGroupOfEveryKind()
{
    for (const Kind& kind : schema().kinds()) {
        const FieldGroup& last = kind.groups.last();
        QCOMPARE(last.name, QString(name::deleted));
        QCOMPARE(last.fields.size(), 1);
        QCOMPARE(last.fields.first().type.type, ValueType::Bool);
        QVERIFY(!last.fields.first().required);
    }
}

void SchemaTest::referencesNameKindsThatExist()
{
    for (const Kind& kind : schema().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                const FieldType type =
                    field.type.type == ValueType::List ? field.type.element.first() : field.type;
                if (type.type == ValueType::Reference)
                    QVERIFY2(schema().kind(type.of), qPrintable(kind.name + u'.' + field.name));
            }
        }
    }
}

void SchemaTest::everyEnumHasDistinctChoices()
{
    for (const Kind& kind : schema().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                if (field.type.type != ValueType::Enum)
                    continue;
                const QSet<QString> distinct(field.type.choices.begin(), field.type.choices.end());
                QVERIFY(distinct.size() > 1 && distinct.size() == field.type.choices.size());
            }
        }
    }
}

void SchemaTest::aChannelRuleFindsItsField()
{
    for (const Kind& kind : schema().kinds()) {
        if (kind.channel == ChannelRule::Unit)
            QVERIFY2(kind.field(QString(name::unit)) && kind.field(QString(name::unit))->required,
                     qPrintable(kind.name));
        if (kind.channel == ChannelRule::Block)
            QVERIFY2(kind.field(QString(name::block)), qPrintable(kind.name));
    }
}

void SchemaTest::statesNamedByFieldsAreStatesOfTheirKind()
{
    for (const Kind& kind : schema().kinds()) {
        const QStringList known = statesOf(kind.name);
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                for (const QString& state : field.states)
                    QVERIFY2(known.contains(state), qPrintable(kind.name + u'.' + field.name));
                // One group, one lock: half a group cannot be written.
                QCOMPARE(field.states, group.fields.first().states);
            }
        }
    }
}

void SchemaTest::aCompleteRecordOfEveryKindIsAccepted()
{
    for (const Kind& kind : schema().kinds())
        QCOMPARE(shapeOf(kind.name, completeRecord(kind), true), ErrorCode::None);
}

void SchemaTest::aRecordWithoutARequiredFieldIsRefused()
{
    for (const Kind& kind : schema().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                Fields set = completeRecord(kind);
                set.insert(field.name, {});
                const auto expected = field.required ? ErrorCode::MissingField : ErrorCode::None;
                QVERIFY2(shapeOf(kind.name, set, true) == expected,
                         qPrintable(kind.name + u'.' + field.name));
            }
        }
    }
}

void SchemaTest::aGroupIsWrittenWholeOrNotAtAll()
{
    for (const Kind& kind : schema().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            for (const Field& field : group.fields) {
                const auto expected = group.fields.size() > 1 ? ErrorCode::IncompleteGroup : ErrorCode::None;
                QCOMPARE(shapeOf(kind.name, {{field.name, sampleOf(field.type)}}), expected);
            }
        }
    }
}

void SchemaTest::typesAcceptOnlyTheirOwnValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("accepted"); // of: b bool, i integer, t text, x 16 bytes, y 3 bytes, l list
    const auto row = [](const char* name, ValueType type, const QString& accepted) {
        QTest::newRow(name) << int(type) << accepted;
    };
    row("bool", ValueType::Bool, u"b"_s);
    row("integer", ValueType::Integer, u"i"_s);
    row("hundredths", ValueType::Hundredths, u"i"_s);
    row("time", ValueType::Time, u"i"_s);
    row("text", ValueType::Text, u"t"_s);
    row("uuid", ValueType::Uuid, u"x"_s);
    row("reference", ValueType::Reference, u"x"_s);
    row("bytes", ValueType::Bytes, u"xy"_s);
    row("list", ValueType::List, u"l"_s);
}

void SchemaTest::typesAcceptOnlyTheirOwnValues()
{
    QFETCH(int, type);
    QFETCH(QString, accepted);
    const FieldType text{ValueType::Text, {}, {}, {}};
    const FieldType judged{ValueType(type), u"unit"_s, {}, {text}};
    const QList<std::pair<QChar, Value>> values{
        {u'b', true},          {u'i', qint64(5)},         {u't', u"chữ"_s},
        {u'x', record("any")}, {u'y', QByteArray("abc")}, {u'l', Value::List{u"một"_s}}};
    QVERIFY(judged.accepts({}).ok());
    for (const auto& [letter, value] : values) {
        const auto expected = accepted.contains(letter) ? ErrorCode::None : ErrorCode::Malformed;
        QVERIFY2(judged.accepts(value).error().code == expected, qPrintable(QString(letter)));
    }
}

void SchemaTest::datesHaveOneText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("a day") << u"2023-03-21"_s << true;
    QTest::newRow("leap day") << u"2024-02-29"_s << true;
    QTest::newRow("no leap day") << u"2023-02-29"_s << false;
    QTest::newRow("slashes") << u"2023/03/21"_s << false;
    QTest::newRow("dots") << u"2023.03.21"_s << false;
    QTest::newRow("as shown") << u"21/03/2023"_s << false;
    QTest::newRow("short") << u"2023-3-21"_s << false;
    QTest::newRow("with a time") << u"2023-03-21T00:00"_s << false;
    QTest::newRow("empty") << u""_s << false;
}

void SchemaTest::datesHaveOneText()
{
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    const auto judged = typeOf(kind::document, name::issuedOn).accepts(text);
    QCOMPARE(judged.error().code, accepted ? ErrorCode::None : ErrorCode::InvalidValue);
}

void SchemaTest::textIsNfcAndValid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("composed") << u"Thi đua yêu nước, quyết thắng"_s << true;
    QTest::newRow("empty") << QString(u""_s) << true;
    QTest::newRow("emoji") << u"\U0001F3C6"_s << true;
    QTest::newRow("decomposed") << u"quye\u0302\u0301t"_s << false;
    QTest::newRow("half composed") << u"quy\u00ea\u0301t"_s << false;
    QTest::newRow("lone surrogate") << QString(QChar(0xd83c)) << false;
    QTest::newRow("nul") << u"a\0b"_s << false;
}

void SchemaTest::textIsNfcAndValid()
{
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    const auto expected = accepted ? ErrorCode::None : ErrorCode::InvalidValue;
    QCOMPARE(typeOf(kind::movement, name::goal).accepts(text).error().code, expected);
    QCOMPARE(shapeOf(QString(kind::movement), {{name::goal, text}}), expected);
}

void SchemaTest::listsHoldNoNull()
{
    const FieldType forms = typeOf(kind::movement, name::awardForms);
    QVERIFY(forms.accepts(Value::List{}).ok());
    QVERIFY(forms.accepts(Value::List{u"Bằng khen"_s, u"Cờ thi đua"_s}).ok());
    QCOMPARE(forms.accepts(Value::List{Value()}).error().code, ErrorCode::InvalidValue);
    QCOMPARE(forms.accepts(Value::List{u"Bằng khen"_s, 7}).error().code, ErrorCode::Malformed);
}

void SchemaTest::typeNamesTellWhatTheyHold()
{
    QCOMPARE(typeOf(kind::report, name::unit).name(), u"reference(unit)"_s);
    QCOMPARE(typeOf(kind::movement, name::legalBasis).name(), u"list(reference(document))"_s);
    QCOMPARE(typeOf(kind::standing, name::groupPoints).name(), u"list(list(hundredths))"_s);
    QCOMPARE(typeOf(kind::pledge, name::status).name(), u"enum(draft,signed)"_s);
}

void SchemaTest::anEmptyEditIsMalformed()
{
    QCOMPARE(shapeOf(QString(kind::report), {}), ErrorCode::Malformed);
    QCOMPARE(shapeOf(u"poem", {}), ErrorCode::Malformed);
}

void SchemaTest::aRequiredFieldIsNeverCleared()
{
    QCOMPARE(shapeOf(QString(kind::movement), {{name::name, {}}}), ErrorCode::MissingField);
    QCOMPARE(shapeOf(QString(kind::movement), {{name::goal, {}}}), ErrorCode::None);
}

void SchemaTest::fieldsOfANewerVersionPass()
{
    QCOMPARE(shapeOf(QString(kind::movement), {{u"colour"_s, u"đỏ"_s}}), ErrorCode::None);
    QCOMPARE(shapeOf(u"poem", {{u"verse"_s, 1}}, true), ErrorCode::None);
    QCOMPARE(schema().groupName(QString(kind::movement), u"colour"_s), u"colour"_s);
    QCOMPARE(schema().fieldsOf(u"poem", u"verse"_s), QList<QString>{u"verse"_s});
}

void SchemaTest::theChannelFollowsFromTheValues()
{
    const Fields both{{name::unit, record("U")}, {name::block, record("K")}};
    QCOMPARE(schema().channelOf(QString(kind::report), both), Channel::unit(record("U")));
    QCOMPARE(schema().channelOf(QString(kind::criterion), both), Channel::block(record("K")));
    QCOMPARE(schema().channelOf(QString(kind::criterion), {}), Channel::city());
    QCOMPARE(schema().channelOf(QString(kind::standing), {{name::block, {}}}), Channel::city());
    QCOMPARE(schema().channelOf(QString(kind::movement), both), Channel::city());
    QCOMPARE(schema().channelOf(QString(kind::membership), both), Channel::city());
}

void SchemaTest::aKindOfANewerVersionFindsItsChannel()
{
    const Fields both{{name::unit, record("U")}, {name::block, record("K")}};
    QCOMPARE(schema().channelOf(u"poem", both), Channel::unit(record("U")));
    QCOMPARE(schema().channelOf(u"poem", {{name::user, record("P")}}).kind, Channel::Kind::User);
    QCOMPARE(schema().channelOf(u"poem", {{name::unit, u"no id"_s}}), Channel::city());
}

void SchemaTest::policiesOfUnknownGroupsAreRole()
{
    QCOMPARE(schema().policy(QString(kind::report), u"appraisal"_s), MergePolicy::Authority);
    QCOMPARE(schema().policy(QString(kind::report), u"note"_s), MergePolicy::Latest);
    QCOMPARE(schema().policy(QString(kind::report), u"colour"_s), MergePolicy::Role);
    QCOMPARE(schema().policy(u"poem", u"verse"_s), MergePolicy::Role);
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "tst_schema.moc"
