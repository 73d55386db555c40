#pragma once

#include "commands.h"

namespace thidua
{

// What the commands do with people and their devices: the accounts, and the person records that everybody's
// device shows as names.
class People
{
public:
    [[nodiscard]] static Result<std::unique_ptr<People>> open(Environment& environment,
                                                              const DataDirectory& directory);

    struct NewPerson {
        QString login;
        QString name;
        QList<domain::Grant> grants;
        QString password; // empty: enrolment by code only
    };
    [[nodiscard]] Result<UserId> add(const NewPerson& person);
    [[nodiscard]] Result<void> grant(const QString& login, const domain::Grant& grant);
    [[nodiscard]] Result<void> revoke(const QString& login, domain::Role role, const domain::Channel& scope);
    [[nodiscard]] Result<void> setPassword(const QString& login, const QString& password);
    [[nodiscard]] Result<void> disable(const QString& login);
    [[nodiscard]] Result<QString> issueCode(const QString& login);
    [[nodiscard]] Result<void> revokeDevice(const DeviceId& device);

    // "officer@unit/26740": the scope by id, or by the code of a unit or block.
    [[nodiscard]] Result<domain::Grant> parseGrant(const QString& text);
    [[nodiscard]] server::ServerStore& store() { return m_writer.store(); }
    [[nodiscard]] server::Writer& writer() { return m_writer; }

    struct Judged {
        qint64 judged = 0;
        qint64 accepted = 0;
        qint64 refused = 0; // also what was refused by the rules, though it was to be accepted
        qint64 drafts = 0;  // unfinished forms, which enter nothing and stay to be read
    };
    // All that a revoked device has left and that is not judged yet. NotFound if there is nothing.
    [[nodiscard]] Result<Judged> judgeQuarantine(const DeviceId& device, bool accept);

private:
    People(Environment& environment, std::unique_ptr<server::ServerStore> store);
    [[nodiscard]] Result<server::Account> find(const QString& login);
    [[nodiscard]] Result<domain::Channel> parseScope(const QString& text);

    Environment& m_environment;
    server::Metrics m_metrics; // not shown by commands
    server::Writer m_writer;
};

} // namespace thidua
