#pragma once

#include "server/postgres/address.h"
#include "sql/connection.h"

#include <variant>

namespace thidua::server
{

// Where a server's data are: in a file of SQLite's, or in a PostgreSQL. A value; nothing is opened by it.
class Database
{
public:
    // The usual case, so that a path will do where a database is wanted.
    Database(QString file);
    explicit Database(postgres::Address address);

    // Errors: StorageFailed, StorageFull, StorageCorrupt; Busy and Malformed of PostgreSQL's address.
    [[nodiscard]] Result<std::unique_ptr<sql::Connection>> connect() const;
    // Whether there is anything at that place.
    [[nodiscard]] Result<bool> exists() const;
    [[nodiscard]] QString name() const; // for people; without a password

    [[nodiscard]] bool isFile() const { return std::holds_alternative<QString>(m_place); }
    [[nodiscard]] QString file() const; // of SQLite's, else empty
    [[nodiscard]] const postgres::Address* address() const
    {
        return std::get_if<postgres::Address>(&m_place);
    }

private:
    std::variant<QString, postgres::Address> m_place;
};

} // namespace thidua::server
