#pragma once

#include "sql/connection.h"

namespace thidua::sql
{

// A write transaction; rolled back unless committed. Functions that write take one, as proof that somebody
// holds it.
class Transaction
{
public:
    // Returns when nobody else writes: the order of acceptance. Busy if that does not come in time.
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // Durable when this returns without an error, as far as the connection's Durability says. An error of
    // a connection that was lost meanwhile leaves open whether it holds.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection);
    Connection* m_connection;
};

// What several reads see is one state of the database. Nothing is written; ends with the object.
class Snapshot
{
public:
    [[nodiscard]] static Result<Snapshot> begin(Connection& connection);
    Snapshot(Snapshot&& other) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Connection& connection);
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
