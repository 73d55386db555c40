#include "server/accounttable.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;

AccountTable::AccountTable(sql::Connection& connection)
    : m_byLogin(connection, "SELECT number, id, login, name, salt, hash, passes, memory, disabled_at "
                            "FROM account WHERE login = ?1 AND number > 0")
    , m_byNumber(connection, "SELECT number, id, login, name, salt, hash, passes, memory, disabled_at "
                             "FROM account WHERE number = ?1")
    , m_all(connection, "SELECT number, id, login, name, salt, hash, passes, memory, disabled_at "
                        "FROM account WHERE number > 0 ORDER BY login")
    , m_add(connection,
            "INSERT INTO account (id, login, name, salt, hash, passes, memory, created_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (login) DO NOTHING RETURNING number")
    , m_setPassword(connection,
                    "UPDATE account SET salt = ?2, hash = ?3, passes = ?4, memory = ?5 WHERE number = ?1")
    , m_disable(connection, "UPDATE account SET disabled_at = ?2 WHERE number = ?1 AND disabled_at IS NULL")
    , m_grants(connection, "SELECT role, scope, from_at, to_at FROM account_grant WHERE account = ?1 "
                           "ORDER BY number")
    , m_grant(connection, "INSERT INTO account_grant (account, role, scope, from_at, to_at) "
                          "VALUES (?1, ?2, ?3, ?4, ?5) "
                          "ON CONFLICT (account, role, scope, from_at) DO UPDATE SET to_at = excluded.to_at")
    , m_endGrant(connection, "UPDATE account_grant SET to_at = ?4 WHERE account = ?1 AND role = ?2 "
                             "AND scope = ?3 AND (to_at = 0 OR to_at > ?4) RETURNING number")
    , m_addCode(connection,
                "INSERT INTO enrolment_code (hash, account, expires_at, used_at) VALUES (?1, ?2, ?3, NULL)")
    , m_findCode(connection, "SELECT code.account FROM enrolment_code AS code "
                             "JOIN account ON account.number = code.account "
                             "WHERE code.hash = ?1 AND code.used_at IS NULL AND code.expires_at > ?2 "
                             "AND account.disabled_at IS NULL")
    , m_useCode(connection, "UPDATE enrolment_code SET used_at = ?2 WHERE hash = ?1")
{
}

static Account accountOf(const sql::Statement& row)
{
    Account account{row.integer(0), row.id<UserId>(1), row.text(2), row.text(3), {}, row.integer(8)};
    if (!row.isNull(4))
        account.password = PasswordHash{row.blob(4), row.blob(5), row.integer(6), row.integer(7)};
    return account;
}

Result<std::optional<Account>> AccountTable::one(Result<bool> row, sql::CachedStatement& statement)
{
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Account>();
    std::optional<Account> account = accountOf(*statement.operator->());
    statement.reset();
    return account;
}

Result<std::optional<Account>> AccountTable::byLogin(const QString& login)
{
    return one(m_byLogin.step(login), m_byLogin);
}

Result<std::optional<Account>> AccountTable::byNumber(qint64 number)
{
    return one(m_byNumber.step(number), m_byNumber);
}

Result<QList<Account>> AccountTable::all()
{
    QList<Account> accounts;
    auto row = m_all.step();
    for (; row && *row; row = m_all.next())
        accounts.append(accountOf(*m_all.operator->()));
    if (!row)
        return row.error();
    return accounts;
}

Result<qint64> AccountTable::add(const Account& account, Instant now)
{
    const PasswordHash password = account.password.value_or(PasswordHash());
    const auto salt = account.password ? QByteArrayView(password.salt) : QByteArrayView();
    const auto hash = account.password ? QByteArrayView(password.hash) : QByteArrayView();
    auto row = m_add.step(account.id, account.login, account.name, salt, hash, password.passes,
                          password.memory, now);
    if (!row)
        return row.error();
    if (!*row)
        return {ErrorCode::Forbidden, u"the login is taken"_s};
    const qint64 number = m_add->integer(0);
    m_add.reset();
    return number;
}

Result<void> AccountTable::setPassword(qint64 number, const PasswordHash& password)
{
    return m_setPassword.run(number, password.salt, password.hash, password.passes, password.memory);
}

Result<void> AccountTable::disable(qint64 number, Instant now)
{
    return m_disable.run(number, now);
}

Result<QList<domain::Grant>> AccountTable::grants(qint64 number)
{
    QList<domain::Grant> grants;
    auto row = m_grants.step(number);
    for (; row && *row; row = m_grants.next()) {
        const auto scope = domain::Channel::fromName(m_grants->text(1));
        if (scope)
            grants.append(
                {domain::Role(m_grants->integer(0)), *scope, m_grants->integer(2), m_grants->integer(3)});
    }
    if (!row)
        return row.error();
    return grants;
}

Result<void> AccountTable::grant(qint64 number, const domain::Grant& grant)
{
    return m_grant.run(number, domain::rankOf(grant.role), grant.scope.name(), grant.from, grant.to);
}

Result<void> AccountTable::endGrant(qint64 number, domain::Role role, const domain::Channel& scope,
                                    Instant now)
{
    auto row = m_endGrant.step(number, domain::rankOf(role), scope.name(), now);
    m_endGrant.reset();
    if (!row)
        return row.error();
    return *row ? Result<void>() : Result<void>(ErrorCode::NotFound, u"the person has no such grant"_s);
}

Result<void> AccountTable::addCode(QByteArrayView hash, qint64 account, Instant expiresAt)
{
    return m_addCode.run(hash, account, expiresAt);
}

Result<std::optional<qint64>> AccountTable::useCode(QByteArrayView hash, Instant now)
{
    auto row = m_findCode.step(hash, now);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<qint64>();
    const qint64 account = m_findCode->integer(0);
    m_findCode.reset();
    if (auto used = m_useCode.run(hash, now); !used)
        return used.error();
    return std::optional<qint64>(account);
}

} // namespace thidua::server
