#pragma once

#include "protocol/messages.h"
#include "server/serverstore.h"

namespace thidua::server
{

inline constexpr qsizetype maxDeviceName = 100; // characters

// How a device becomes a person's. Inside a write transaction.
class Enrolment
{
public:
    Enrolment(ServerStore& store, const Clock& clock, Random& random);

    // A one-time code for a person, valid for 72 hours. Shown once.
    [[nodiscard]] Result<QString> issueCode(qint64 account);
    // WrongCredentials if the code is unknown, used or too old.
    [[nodiscard]] Result<protocol::EnrolAnswer> byCode(const QString& code, const QString& deviceName);
    [[nodiscard]] Result<protocol::EnrolAnswer> byAccount(qint64 account, const QString& deviceName);

private:
    ServerStore& m_store;
    const Clock& m_clock;
    Random& m_random;
};

// A person as told to their devices: with the grants that hold now.
[[nodiscard]] Result<protocol::User> userOf(ServerStore& store, qint64 account, Instant now);

} // namespace thidua::server
