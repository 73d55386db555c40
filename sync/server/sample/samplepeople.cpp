#include "domain/names.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;

// "city", "unit/2025/26740", "block/2023/19": the kind of the scope, then the key of its record.
static domain::Channel scopeOf(const QString& scope)
{
    if (scope == u"city"_s)
        return domain::Channel::city();
    const QString key = scope.section(u'/', 1);
    if (scope.startsWith("unit/"_L1))
        return domain::Channel::unit(idOf(kind::unit, key));
    return domain::Channel::block(idOf(kind::block, key));
}

static Person personAt(const Table& table, qsizetype row)
{
    const QString unit = table.at(row, u"unit"_s);
    const QString scope = table.at(row, u"scope"_s);
    const auto role = domain::roleFromName(table.at(row, u"role"_s));
    return {.id = userOf(table.at(row, u"login"_s)),
            .login = table.at(row, u"login"_s),
            .name = table.at(row, u"name"_s),
            .position = table.at(row, u"position"_s),
            .unit = unit.isEmpty() ? RecordId() : idOf(kind::unit, unit),
            .grants = {{*role, scopeOf(scope), 0, 0}},
            .hasPassword = true};
}

void addPeople(Data& data)
{
    const Table table = Table::named(u"people.tsv"_s);
    for (qsizetype row = 0; row < table.rows(); ++row)
        data.people.append(personAt(table, row));
    const Person admin = data.person(u"quan.tri"_s);
    const QList<Person> people = data.people;
    for (const Person& person : people) {
        Fields fields{{name::name, person.name}, {name::position, person.position}};
        if (!person.unit.isNull())
            fields.insert(name::unit, person.unit);
        data.add(kind::person, *RecordId::fromBytes(person.id.view()), fields, admin,
                 momentOf(QDate(2023, 1, 3)));
    }
}

} // namespace thidua::server::sample
