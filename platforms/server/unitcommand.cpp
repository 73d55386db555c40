#include "people.h"

#include "server/unitimport.h"

#include <QDateTime>
#include <QFile>

namespace thidua
{

using namespace Qt::StringLiterals;

Result<void> runUnit(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"valid-from"_s, u"year"_s}); !complete)
        return complete;
    const QString path = arguments.word(1);
    if (arguments.word(0) != "import"_L1 || path.isEmpty())
        return {ErrorCode::Malformed, u"unit import --data DIR FILE.tsv"_s};
    if (path.endsWith(".xlsx"_L1, Qt::CaseInsensitive))
        return {ErrorCode::Malformed,
                u"reading .xlsx is not supported yet: save the sheet as tab-separated text"_s};
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {ErrorCode::NotFound, u"cannot read "_s + path};
    const QString today =
        QDateTime::fromMSecsSinceEpoch(environment.clock.now(), Qt::UTC).date().toString(Qt::ISODate);
    server::UnitImport import{.validFrom = arguments.value(u"valid-from"_s),
                              .today = today,
                              .year = arguments.value(u"year"_s).toInt()};
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    server::ServerAuthor author((*people)->writer());
    auto counts = server::importUnits(author, file.readAll(), import);
    if (!counts)
        return counts.error();
    print({{u"units"_s, counts->units},
           {u"blocks"_s, counts->blocks},
           {u"memberships"_s, counts->memberships}});
    return {};
}

} // namespace thidua
