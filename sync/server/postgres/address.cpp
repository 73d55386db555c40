#include "server/postgres/address.h"

#include <QRegularExpression>

#include <libpq-fe.h>

#include <memory>

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

Result<void> check(const Address& address)
{
    // Names from 64 letters on are cut by PostgreSQL without a word; a restore adds to this one.
    static const QRegularExpression name(u"^[a-z][a-z0-9_]{0,39}$"_s);
    if (!name.match(address.city).hasMatch() || address.city.startsWith("pg_"_L1))
        return {ErrorCode::Malformed,
                u"a city's name is made of at most 40 lower-case letters, digits and _, not "_s +
                    address.city};
    char* fault = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(address.url.toUtf8().constData(), &fault), PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> words(fault, PQfreemem);
    if (!options)
        return {ErrorCode::Malformed,
                u"not an address of PostgreSQL: "_s + QString::fromUtf8(fault).trimmed()};
    return {};
}

} // namespace thidua::server::postgres
