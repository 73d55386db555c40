#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/role.h"
#include "sql/connection.h"

#include <optional>

namespace thidua::server
{

struct PasswordHash {
    QByteArray salt;
    QByteArray hash;
    qint64 passes = 0;
    qint64 memory = 0; // bytes
};

struct Account {
    qint64 number = 0;
    UserId id;
    QString login;
    QString name;
    std::optional<PasswordHash> password;
    Instant disabledAt = 0; // 0: active
};

// People, their rights and their enrolment codes.
class AccountTable
{
public:
    explicit AccountTable(sql::Connection& connection);

    [[nodiscard]] Result<std::optional<Account>> byLogin(const QString& login);
    [[nodiscard]] Result<std::optional<Account>> byNumber(qint64 number);
    [[nodiscard]] Result<QList<Account>> all();
    // Returns its number. Forbidden if the login is taken.
    [[nodiscard]] Result<qint64> add(const Account& account, Instant now);
    [[nodiscard]] Result<void> setPassword(qint64 number, const PasswordHash& password);
    [[nodiscard]] Result<void> disable(qint64 number, Instant now);

    [[nodiscard]] Result<QList<domain::Grant>> grants(qint64 number);
    [[nodiscard]] Result<void> grant(qint64 number, const domain::Grant& grant);
    // Ends every grant of this role and scope at `now`. NotFound if there is none.
    [[nodiscard]] Result<void> endGrant(qint64 number, domain::Role role, const domain::Channel& scope,
                                        Instant now);

    [[nodiscard]] Result<void> addCode(QByteArrayView hash, qint64 account, Instant expiresAt);
    // The account of a code that is unused and not expired; it is used from now on.
    [[nodiscard]] Result<std::optional<qint64>> useCode(QByteArrayView hash, Instant now);

private:
    [[nodiscard]] Result<std::optional<Account>> one(Result<bool> row, sql::CachedStatement& statement);

    sql::CachedStatement m_byLogin;
    sql::CachedStatement m_byNumber;
    sql::CachedStatement m_all;
    sql::CachedStatement m_add;
    sql::CachedStatement m_setPassword;
    sql::CachedStatement m_disable;
    sql::CachedStatement m_grants;
    sql::CachedStatement m_grant;
    sql::CachedStatement m_endGrant;
    sql::CachedStatement m_addCode;
    sql::CachedStatement m_findCode;
    sql::CachedStatement m_useCode;
};

} // namespace thidua::server
