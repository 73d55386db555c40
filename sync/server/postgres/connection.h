#pragma once

#include "server/postgres/session.h"

namespace thidua::server::postgres
{

// One city's tables in a PostgreSQL (15 or newer). One row of its table `store` says whose the tables are and
// how far their migrations have come, counts the commits, and is the order of acceptance: whoever writes
// holds it until the commit, so that each commit sees all before it and revisions have no gaps that a reader
// could skip over. Each commit is announced to whoever listens on the channel named like the city; see
// listener.h.
class Connection final : public sql::Connection
{
public:
    // An address that was checked. Busy: nobody answers there.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const Address& address,
                                                                  const sql::OpenOptions& options = {});

    [[nodiscard]] Result<sql::Statement> prepare(QByteArrayView sql) override;
    [[nodiscard]] Result<void> execute(const QByteArray& script) override;
    [[nodiscard]] qint64 changes() override;

    [[nodiscard]] Result<void> beginWriting() override;
    [[nodiscard]] Result<void> beginReading() override;
    [[nodiscard]] Result<void> commit() override { return m_session.commit(); }
    void rollback() override { m_session.rollback(); }
    [[nodiscard]] bool isInTransaction() const override { return m_session.isInTransaction(); }
    [[nodiscard]] bool mayRunAgain() const override { return m_session.mayRunAgain(); }
    [[nodiscard]] Result<qint64> dataVersion() override;

    [[nodiscard]] Result<sql::Mark> mark() override;
    [[nodiscard]] Result<void> prepareForMigrations() override;
    [[nodiscard]] Result<void> define(const QByteArray& tables) override;
    [[nodiscard]] Result<void> setMark(const sql::Mark& mark) override;
    // What PostgreSQL has found while it read, if the cluster keeps checksums.
    [[nodiscard]] Result<void> quickCheck() override;

private:
    Connection(const Address& address, const sql::OpenOptions& options);
    [[nodiscard]] Result<qint64> number(const char* sql);

    Session m_session;
};

} // namespace thidua::server::postgres
