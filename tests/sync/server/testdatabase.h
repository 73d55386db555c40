#pragma once

#include "server/database.h"

#include <QUuid>

namespace thidua::test
{

// Where a test keeps its server's data: at a path, by SQLite, or, if THIDUA_TEST_POSTGRES names a PostgreSQL,
// in a city of its own there, whatever the path. The same tests run on both; see CMakeLists.txt.
class TestDatabase
{
public:
    explicit TestDatabase(const QString& path)
        : m_database(path)
    {
        const QString url = postgresUrl();
        if (!url.isEmpty())
            m_database =
                server::Database({url, QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128)});
    }
    ~TestDatabase()
    {
        if (isPostgres())
            drop(*m_database.address());
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    operator const server::Database&() const { return m_database; }
    [[nodiscard]] const server::Database& operator*() const { return m_database; }
    const server::Database* operator->() const { return &m_database; }

    [[nodiscard]] static QString postgresUrl() { return qEnvironmentVariable("THIDUA_TEST_POSTGRES"); }
    [[nodiscard]] static bool isPostgres() { return !postgresUrl().isEmpty(); }
    static void drop(const server::postgres::Address& address)
    {
        auto connection = server::Database(address).connect();
        const auto dropped =
            connection ? (*connection)->execute("DROP SCHEMA IF EXISTS " + address.city.toUtf8() + " CASCADE")
                       : connection.error();
        if (!dropped)
            qWarning("a city of a test stays behind: %s", qPrintable(dropped.error().detail));
    }

private:
    server::Database m_database;
};

} // namespace thidua::test
