#include "domain/formats.h"
#include "domain/legaldocument.h"
#include "domain/movement.h"
#include "domain/names.h"
#include "domain/target.h"
#include "server/sample/parts.h"
#include "server/sample/table.h"

namespace thidua::server::sample
{

using namespace Qt::StringLiterals;

Value references(QLatin1String kind, const QStringList& keys)
{
    Value::List list;
    for (const QString& key : keys)
        list.append(idOf(kind, key));
    return list;
}

static Value texts(const QStringList& items)
{
    Value::List list;
    for (const QString& item : items)
        list.append(item);
    return list;
}

Value hundredthsAt(const Table& table, qsizetype row, const QString& column)
{
    const auto parsed = domain::parseHundredths(table.at(row, column));
    return parsed ? Value(*parsed) : Value();
}

// Reading and writing again leaves out the groups of which nothing is set.
template<typename T>
static Fields tidied(const Fields& fields)
{
    return T::fromFields({}, fields).toFields();
}

static void addLegalDocuments(Data& data)
{
    const Table table = Table::named(u"documents.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        Fields fields = table.fieldsAt(row, {name::type, name::number, name::issuedOn, name::issuer,
                                             name::name, name::validFrom, name::validTo, name::note});
        data.add(kind::document, idOf(kind::document, table.at(row, u"key"_s)),
                 tidied<domain::LegalDocument>(fields), author, momentOf(QDate(2023, 2, 20)));
    }
}

static void addMovements(Data& data)
{
    const Table table = Table::named(u"movements.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        Fields fields =
            table.fieldsAt(row, {name::name, name::kind, name::level, name::mode, name::goal, name::subjects,
                                 name::field, name::theme, name::startsOn, name::endsOn,
                                 name::dossierDeadline, name::organiser, name::note});
        fields.insert(name::awardForms, texts(table.listAt(row, name::awardForms)));
        fields.insert(name::legalBasis, references(kind::document, table.listAt(row, name::legalBasis)));
        fields.insert(name::status, u"launched"_s);
        data.add(kind::movement, idOf(kind::movement, table.at(row, u"key"_s)),
                 tidied<domain::Movement>(fields), author, momentOf(QDate(2023, 3, 21)));
    }
}

static void addTargets(Data& data)
{
    const Table table = Table::named(u"targets.tsv"_s);
    const Person author = data.person(u"hoi.dong"_s);
    for (qsizetype row = 0; row < table.rows(); ++row) {
        Fields fields = table.fieldsAt(
            row, {name::name, name::indicator, name::comparator, name::measure, name::period, name::note});
        fields.insert(name::movement, idOf(kind::movement, table.at(row, name::movement)));
        fields.insert(name::threshold, hundredthsAt(table, row, name::threshold));
        fields.insert(name::baseline, hundredthsAt(table, row, name::baseline));
        if (const QString rank = table.at(row, name::rank); !rank.isEmpty())
            fields.insert(name::rank, rank.toLongLong());
        data.add(kind::target, idOf(kind::target, table.at(row, u"key"_s)), tidied<domain::Target>(fields),
                 author, momentOf(QDate(2023, 3, 21)));
    }
}

void addDocuments(Data& data)
{
    addLegalDocuments(data);
    addMovements(data);
    addTargets(data);
}

} // namespace thidua::server::sample
