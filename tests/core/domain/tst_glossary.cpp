#include "domain/schema.h"

#include <QFile>
#include <QTest>

using namespace thidua::domain;
using namespace Qt::StringLiterals;

// GLOSSARY.md tells people what the schema does; it must not tell them something else.
class GlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itListsEveryGroupAsTheSchemaHasIt();
    void everyWordStandsOnceWithItsMeaning();

private:
    static QStringList lines();
    static QStringList cellsOf(const QString& line);
};

QStringList GlossaryTest::lines()
{
    QFile file(QStringLiteral(THIDUA_GLOSSARY));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

QStringList GlossaryTest::cellsOf(const QString& line)
{
    QStringList cells = line.split(u'|');
    if (cells.size() < 3)
        return {};
    cells = cells.mid(1, cells.size() - 2);
    for (QString& cell : cells)
        cell = cell.trimmed();
    return cells;
}

void GlossaryTest::itListsEveryGroupAsTheSchemaHasIt()
{
    QStringList told;
    bool reached = false;
    for (const QString& line : lines()) {
        const QStringList cells = cellsOf(line);
        if (reached && cells.size() == 5 && !cells[0].startsWith(u'-'))
            told.append(cells.first(4).join(u'|'));
        reached = reached || cells.value(0) == u"kind"_s;
    }
    QStringList known;
    for (const Kind& kind : Schema::current().kinds()) {
        for (const FieldGroup& group : kind.groups) {
            QStringList fields;
            for (const Field& field : group.fields)
                fields.append(field.name);
            if (group.name != u"deleted"_s)
                known.append(
                    QStringList{kind.name, group.name, policyName(group.policy), fields.join(u", "_s)}.join(
                        u'|'));
        }
    }
    QCOMPARE(told, known);
}

void GlossaryTest::everyWordStandsOnceWithItsMeaning()
{
    QStringList seen;
    for (const QString& line : lines()) {
        const QStringList cells = cellsOf(line);
        if (cells.size() != 4 || cells[0].startsWith(u'-') || cells[0] == u"Tiếng Việt"_s)
            continue;
        QVERIFY2(!seen.contains(cells[0]), qPrintable(cells[0]));
        seen.append(cells[0]);
        QVERIFY2(cells[2].contains(u'`') && !cells[1].isEmpty() && !cells[3].isEmpty(), qPrintable(line));
    }
    QVERIFY(seen.size() > 50);
}

QTEST_APPLESS_MAIN(GlossaryTest)
#include "tst_glossary.moc"
