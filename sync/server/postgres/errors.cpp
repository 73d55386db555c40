#include "server/postgres/errors.h"

#include <libpq-fe.h>

#include <QByteArray>

namespace thidua::server::postgres
{

using namespace Qt::StringLiterals;

static QByteArray stateOf(const PGresult* result)
{
    return {PQresultErrorField(result, PG_DIAG_SQLSTATE)};
}

static ErrorCode codeOf(const QByteArray& state)
{
    if (state == "53100") // disk full
        return ErrorCode::StorageFull;
    if (state == "XX001" || state == "XX002") // damaged data, damaged index
        return ErrorCode::StorageCorrupt;
    if (state == "22021") // letters that text cannot hold
        return ErrorCode::InvalidValue;
    // Connections (08), limits such as their number (53), a shutdown or a cancelled statement (57), a lock
    // that did not come in time, a transaction that was left lying, and the two of wasUndoneForOthers.
    for (const char* start : {"08", "53", "57", "55P03", "25P03", "40001", "40P01"}) {
        if (state.startsWith(start))
            return ErrorCode::Busy;
    }
    return ErrorCode::StorageFailed;
}

Error errorOf(const PGresult* result)
{
    const QByteArray state = stateOf(result);
    const QString words = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    // What libpq itself has to say has no letters: the connection broke while it waited.
    return {state.isEmpty() ? ErrorCode::Busy : codeOf(state), u"PostgreSQL: "_s + words};
}

Error errorOf(const PGconn* connection)
{
    const QString words = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    return {PQstatus(connection) == CONNECTION_OK ? ErrorCode::StorageFailed : ErrorCode::Busy,
            u"PostgreSQL: "_s + words};
}

bool wasUndoneForOthers(const PGresult* result)
{
    const QByteArray state = stateOf(result);
    return state == "40001" || state == "40P01";
}

} // namespace thidua::server::postgres
