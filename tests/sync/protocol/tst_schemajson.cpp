#include "domain/names.h"
#include "protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thidua;
using namespace thidua::protocol;
using namespace Qt::StringLiterals;

class tst_SchemaJson : public QObject
{
    Q_OBJECT

private:
    QJsonObject m_schema;
    QJsonObject kindNamed(QLatin1String name) const
    {
        for (const auto& kind : m_schema["kinds"_L1].toArray()) {
            if (kind["kind"_L1].toString() == name)
                return kind.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_schema = QJsonDocument::fromJson(schemaJson(domain::Schema::current())).object();
    }

    void everyKindGroupAndFieldIsThere()
    {
        const domain::Schema& schema = domain::Schema::current();
        QCOMPARE(m_schema["version"_L1].toInt(), schema.version());
        QCOMPARE(m_schema["kinds"_L1].toArray().size(), schema.kinds().size());
        for (const domain::Kind& kind : schema.kinds()) {
            const QJsonArray groups = kindNamed(QLatin1String(kind.name.toLatin1()))["groups"_L1].toArray();
            QCOMPARE(groups.size(), kind.groups.size());
            for (qsizetype i = 0; i < groups.size(); ++i)
                QCOMPARE(groups[i]["fields"_L1].toArray().size(), kind.groups[i].fields.size());
        }
    }

    void aFieldSaysWhatItIsAndWhoWritesIt()
    {
        const QJsonObject report = kindNamed(kind::report);
        QCOMPARE(report["channel"_L1].toString(), u"unit"_s);
        const QJsonValue subject = report["groups"_L1].toArray().first();
        QCOMPARE(subject["group"_L1].toString(), u"subject"_s);
        QCOMPARE(subject["policy"_L1].toString(), u"role"_s);
        const QJsonValue unit = subject["fields"_L1].toArray().first();
        QCOMPARE(unit["name"_L1].toString(), u"unit"_s);
        QCOMPARE(unit["type"_L1].toString(), u"reference(unit)"_s);
        QCOMPARE(unit["required"_L1].toBool(), true);
        QCOMPARE(unit["write"_L1].toArray().first().toString(), u"officer"_s);
        QCOMPARE(unit["states"_L1].toArray().size(), 3);
    }

    void statesAreLeftOutWhereThereAreNone()
    {
        const QJsonValue code = kindNamed(kind::unit)["groups"_L1].toArray().first()["fields"_L1][0];
        QCOMPARE(code["name"_L1].toString(), u"code"_s);
        QVERIFY(!code.toObject().contains("states"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_SchemaJson)
#include "tst_schemajson.moc"
