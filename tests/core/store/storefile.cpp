#include "core/store/storefile.h"

#include "sql/connection.h"

namespace thidua::test
{

static QStringList ask(sql::Connection& connection, const QByteArray& sql)
{
    QStringList lines;
    auto statement = connection.prepare(sql);
    if (!statement)
        return {statement.error().detail};
    auto row = statement->step();
    for (; row && *row; row = statement->step())
        lines.append(statement->text(0));
    return row ? lines : QStringList{row.error().detail};
}

QStringList contentOf(const QString& path)
{
    auto connection = sql::Connection::open(path);
    if (!connection)
        return {connection.error().detail};
    QStringList content = ask(**connection, "PRAGMA user_version");
    const auto tables =
        ask(**connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (const QString& table : tables) {
        const auto columns = ask(**connection, "SELECT 'quote(' || name || ')' FROM pragma_table_info('" +
                                                   table.toLatin1() + "') ORDER BY cid");
        content.append(table);
        content += ask(**connection, "SELECT " + columns.join(u" || ' ' || "_s).toLatin1() + " FROM " +
                                         table.toLatin1() + " ORDER BY 1");
    }
    return content;
}

QString integrityOf(const QString& path)
{
    auto connection = sql::Connection::open(path);
    return connection ? ask(**connection, "PRAGMA integrity_check").join(u' ') : connection.error().detail;
}

} // namespace thidua::test
