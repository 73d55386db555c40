#include "sql/sqliteconnection.h"

namespace thidua::sql
{

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const OpenOptions& options)
{
    auto opened = SqliteConnection::open(path, options);
    if (!opened)
        return opened.error();
    return std::unique_ptr<Connection>(std::move(*opened));
}

Result<void> CachedStatement::prepare()
{
    if (m_prepared)
        return {};
    auto statement = m_connection.prepare(m_sql);
    if (!statement)
        return statement.error();
    m_statement = std::move(*statement);
    m_prepared = true;
    return {};
}

} // namespace thidua::sql
