#pragma once

#include "sql/connection.h"

namespace thidua::sql
{

// A write transaction; rolled back unless committed. Functions that write take one, as proof that somebody
// holds it.
class Transaction
{
public:
    // Takes the write lock at once, so that no statement inside can fail for lack of it.
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // Durable when this returns without an error, as far as the connection's Durability says.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection);
    Connection* m_connection;
};

// A part of a transaction that can be undone alone.
class Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Connection& connection);
    Savepoint(Savepoint&& other) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    ~Savepoint();
    [[nodiscard]] Result<void> release();

private:
    explicit Savepoint(Connection& connection);
    Connection* m_connection;
};

} // namespace thidua::sql
