#include "server/sample/sampledata.h"

#include "domain/names.h"
#include "server/sample/parts.h"
#include "server/unitimport.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;

void Data::add(QLatin1String kind, const RecordId& record, Fields set, const Person& author, Instant at)
{
    edits.append({record, kind, std::move(set), author.id, author.grants.first().role, at});
}

const Person& Data::person(const QString& login) const
{
    const auto found = std::ranges::find(people, userOf(login), &Person::id);
    Q_ASSERT(found != people.end());
    return *found;
}

Data sampleData()
{
    Data data;
    addPeople(data);
    addUnits(data);
    addDocuments(data);
    const QList<BlockPart> blocks = addBlocks(data);
    addPledge(data);
    addScoreTables(data, blocks);
    addReports(data, blocks);
    addYear(data);
    return data;
}

QList<NamedThing> namedThings()
{
    // The theme of the year is that of its movement; the block and its pledge have no table of their own.
    QList<NamedThing> things{{14, kind::movement, idOf(kind::movement, u"chu-de-nam"_s)},
                             {41, kind::block, idOf(kind::block, u"2023/19"_s)},
                             {42, kind::pledge, idOf(kind::pledge, u"2023/19"_s)}};
    const std::pair<QString, QLatin1String> files[]{{u"documents.tsv"_s, kind::document},
                                                    {u"movements.tsv"_s, kind::movement},
                                                    {u"targets.tsv"_s, kind::target},
                                                    {u"reviews.tsv"_s, kind::review},
                                                    {u"commendations.tsv"_s, kind::commendation},
                                                    {u"bodies.tsv"_s, kind::body},
                                                    {u"award_forms.tsv"_s, kind::awardForm}};
    for (const auto& [file, kindName] : files) {
        const Table table = Table::named(file);
        for (qsizetype row = 0; row < table.rows(); ++row) {
            if (const int item = table.at(row, u"item"_s).toInt(); item > 0)
                things.append({item, kindName, idOf(kindName, table.at(row, u"key"_s))});
        }
    }
    std::ranges::stable_sort(things, {}, &NamedThing::item);
    return things;
}

QString samplePassword()
{
    return u"minh-hoa-2023"_s;
}

QJsonObject describe(const Data& data)
{
    QJsonArray people;
    for (const Person& person : data.people) {
        if (!person.hasPassword)
            continue;
        people.append(QJsonObject{{u"login"_s, person.login},
                                  {u"name"_s, person.name},
                                  {u"position"_s, person.position},
                                  {u"role"_s, QString(domain::roleName(person.grants.first().role))},
                                  {u"scope"_s, person.grants.first().scope.name()}});
    }
    return {{u"note"_s, u"Dữ liệu minh họa; people and points are invented. The password is the same for "
                        "everybody and no secret: use this data for demonstrations only."_s},
            {u"password"_s, samplePassword()},
            {u"people"_s, people}};
}

RecordId idOf(QLatin1String kindName, const QString& key)
{
    // As `thidua-server unit import` would name them, so that a later list corrects these.
    if (kindName == kind::unit && key.startsWith("2025/"_L1))
        return unitRecord(key.mid(5));
    if (kindName == kind::block && key.startsWith("2025/"_L1))
        return clusterRecord(key.mid(5), 2025);
    return RecordId::named("sample", QByteArray(kindName.data(), kindName.size()) + '/' + key.toUtf8());
}

UserId userOf(const QString& login)
{
    return UserId::named("sample", login.toUtf8());
}

Instant momentOf(const QDate& day, int minutesSinceMidnight)
{
    constexpr int vietnam = 7 * 60; // minutes ahead of UTC, all year
    return QDateTime(day, QTime(0, 0), Qt::UTC)
        .addSecs(60 * qint64(minutesSinceMidnight - vietnam))
        .toMSecsSinceEpoch();
}

} // namespace thidua::server::sample
