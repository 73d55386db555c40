#pragma once

#include "server/postgres/address.h"
#include "sql/connection.h"

#include <QHash>

#include <vector>

struct pg_conn;
struct pg_result;

namespace thidua::server::postgres
{

struct ResultDeleter {
    void operator()(pg_result* result) const;
};
using ResultPointer = std::unique_ptr<pg_result, ResultDeleter>;

struct Prepared {
    QByteArray name;
    std::vector<unsigned int> parameters; // their types
};

// The values of one execution, as libpq takes them: binary, in the types that the statement was prepared
// with.
struct Arguments {
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

// One connection by libpq, which comes back after it was lost, and what is on its way over it. Statements of
// a write transaction whose results nobody needs at once are sent without waiting (pipeline mode); their
// errors come with the next call that waits. Belongs to one thread.
class Session
{
public:
    Session(Address address, const sql::OpenOptions& options);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Busy if nobody answers there.
    [[nodiscard]] Result<void> connect();
    // After a failure outside a transaction: true if the connection was lost and is there again, so that what
    // only reads may be tried once more.
    [[nodiscard]] bool recover();
    // Counts the connections; what was prepared on an earlier one is gone.
    [[nodiscard]] int generation() const { return m_generation; }

    [[nodiscard]] Result<Prepared> prepare(const QByteArray& sql);
    // Waits for the answer, and for all that was told before.
    [[nodiscard]] Result<ResultPointer> ask(const QByteArray& name, const Arguments& arguments);
    [[nodiscard]] Result<void> tell(const QByteArray& name, const Arguments& arguments);
    // The rows of this one are taken one by one with nextRow(); null after the last.
    [[nodiscard]] Result<void> askForRows(const QByteArray& name, const Arguments& arguments);
    [[nodiscard]] Result<ResultPointer> nextRow();
    // Statements without parameters, several in one.
    [[nodiscard]] Result<ResultPointer> execute(const QByteArray& script);
    [[nodiscard]] Result<void> settle(); // waits for all that was told
    [[nodiscard]] qint64 changes() const { return m_changes; }

    [[nodiscard]] Result<void> begin(const QByteArray& script);
    [[nodiscard]] Result<void> commit();
    void rollback();
    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }
    [[nodiscard]] bool mayRunAgain() const { return m_mayRunAgain; }
    [[nodiscard]] const Address& address() const { return m_address; }
    [[nodiscard]] pg_conn* handle() const { return m_connection; }
    [[nodiscard]] bool isLost() const;
    // What its commits are announced with, so that it knows its own.
    [[nodiscard]] static QByteArray thisProcess();

private:
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<void> usable();
    [[nodiscard]] Error note(const pg_result* result);
    [[nodiscard]] Error noteLoss();
    [[nodiscard]] Result<void> send(const QByteArray& name, const Arguments& arguments);
    // Of all that is on its way the last answer, or the first error.
    [[nodiscard]] Result<ResultPointer> collect();
    [[nodiscard]] Result<ResultPointer> only();
    void drain();

    Address m_address;
    sql::OpenOptions m_options;
    pg_conn* m_connection = nullptr;
    int m_generation = 0;
    QHash<QByteArray, Prepared> m_prepared; // by SQL
    int m_onTheirWay = 0;
    qint64 m_changes = 0;
    bool m_inTransaction = false;
    bool m_committing = false;
    bool m_mayRunAgain = false;
};

} // namespace thidua::server::postgres
