#include "domain/names.h"
#include "domain/schema.h"
#include "viewmodels/choicetext.h"
#include "viewmodels/fieldtext.h"

#include <QTest>

using namespace thidua;
using namespace Qt::StringLiterals;

namespace
{

QList<domain::Field> fieldsPeopleWrite()
{
    QList<domain::Field> fields;
    for (const domain::Kind& kind : domain::Schema::current().kinds()) {
        // Standings are written by the server alone and have a screen of their own.
        if (kind.name == kind::standing)
            continue;
        for (const domain::FieldGroup& group : kind.groups)
            fields.append(group.fields);
    }
    return fields;
}

QStringList choicesOf(const domain::FieldType& type)
{
    return type.element.isEmpty() ? type.choices : type.element.first().choices;
}

} // namespace

class FieldTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasWords()
    {
        for (const domain::Field& field : fieldsPeopleWrite()) {
            const QString words = viewmodels::fieldText(field.name);
            QVERIFY2(!words.isEmpty() && words != field.name, qPrintable(field.name));
        }
    }

    void everyChoiceHasWords()
    {
        for (const domain::Field& field : fieldsPeopleWrite()) {
            for (const QString& choice : choicesOf(field.type))
                QVERIFY2(!viewmodels::choiceText(field.name, choice).isEmpty(),
                         qPrintable(field.name + u' ' + choice));
        }
    }

    void aChoiceOfANewerVersionIsShownByItsName()
    {
        const services::NamedValue value{
            name::status, {domain::ValueType::Enum, {}, {}, {}}, Value(u"suspended"_s), {}};
        QCOMPARE(viewmodels::valueText(value), u"suspended"_s);
    }
};

QTEST_APPLESS_MAIN(FieldTextTest)
#include "tst_fieldtext.moc"
