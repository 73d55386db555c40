#include "server/database.h"

#include "server/postgres/connection.h"

#include <QFile>

namespace thidua::server
{

using namespace Qt::StringLiterals;

Database::Database(QString file)
    : m_place(std::move(file))
{
}

Database::Database(postgres::Address address)
    : m_place(std::move(address))
{
}

Result<std::unique_ptr<sql::Connection>> Database::connect() const
{
    if (isFile())
        return sql::Connection::open(file());
    auto sound = postgres::check(*address());
    auto opened = sound ? postgres::Connection::open(*address()) : sound.error();
    if (!opened)
        return opened.error();
    return std::unique_ptr<sql::Connection>(std::move(*opened));
}

Result<bool> Database::exists() const
{
    if (isFile())
        return QFile::exists(file());
    auto connection = connect();
    auto mark = connection ? (*connection)->mark() : connection.error();
    return mark ? Result<bool>(!mark->empty) : mark.error();
}

QString Database::name() const
{
    return isFile() ? file() : u"PostgreSQL, "_s + address()->city;
}

QString Database::file() const
{
    const auto* path = std::get_if<QString>(&m_place);
    return path ? *path : QString();
}

} // namespace thidua::server
