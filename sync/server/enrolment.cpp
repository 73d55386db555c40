#include "server/enrolment.h"

#include "protocol/handover.h"
#include "server/secrets.h"

namespace thidua::server
{

using namespace Qt::StringLiterals;

Enrolment::Enrolment(ServerStore& store, const Clock& clock, Random& random)
    : m_store(store)
    , m_clock(clock)
    , m_random(random)
{
}

Result<QString> Enrolment::issueCode(qint64 account)
{
    const QString code = newCode(m_random);
    const Instant expiresAt = m_clock.now() + std::chrono::milliseconds(codeLifetime).count();
    if (auto added = m_store.accounts.addCode(codeHash(code), account, expiresAt); !added)
        return added.error();
    auto whose = m_store.accounts.byNumber(account);
    if (!whose || !*whose)
        return whose ? Error{ErrorCode::NotFound, u"no such person"_s} : whose.error();
    if (auto noted = m_store.audit.add({deed::codeIssued, (*whose)->id.toText()}, m_clock.now()); !noted)
        return noted.error();
    return code;
}

Result<protocol::EnrolAnswer> Enrolment::byCode(const QString& code, const QString& deviceName)
{
    auto account = m_store.accounts.useCode(codeHash(code), m_clock.now());
    if (!account)
        return account.error();
    if (!*account)
        return {ErrorCode::WrongCredentials, u"wrong or used code"_s};
    return byAccount(**account, deviceName);
}

static QString nameOrDefault(const QString& name)
{
    const QString trimmed = name.simplified().left(maxDeviceName);
    return trimmed.isEmpty() ? u"device"_s : trimmed;
}

Result<protocol::EnrolAnswer> Enrolment::byAccount(qint64 account, const QString& deviceName)
{
    auto user = userOf(m_store, account, m_clock.now());
    if (!user)
        return user.error();
    auto epoch = m_store.epoch();
    auto keys = m_store.handoverKeys();
    if (!epoch || !keys)
        return epoch ? keys.error() : epoch.error();
    Device device;
    device.id = DeviceId::create(m_clock, m_random);
    device.account = account;
    device.name = nameOrDefault(deviceName);
    device.createdAt = m_clock.now();
    const QString token = newToken(m_random);
    device.verifier = protocol::handover::verifierOf(token.toLatin1());
    if (auto added = m_store.devices.add(device, tokenHash(token.toLatin1())); !added)
        return added.error();
    const Deed enrolled{deed::enrolled, device.id.toText(), user->id, device.id};
    if (auto noted = m_store.audit.add(enrolled, m_clock.now()); !noted)
        return noted.error();
    return protocol::EnrolAnswer{device.id, token, *user, epoch->name, m_clock.now(), keys->publicKey};
}

Result<protocol::User> userOf(ServerStore& store, qint64 account, Instant now)
{
    auto entry = store.accounts.byNumber(account);
    if (!entry)
        return entry.error();
    if (!*entry || (*entry)->disabledAt != 0)
        return {ErrorCode::WrongCredentials, u"no such person"_s};
    auto grants = store.accounts.grants(account);
    if (!grants)
        return grants.error();
    grants->removeIf([now](const domain::Grant& grant) { return !grant.holdsAt(now); });
    return protocol::User{(*entry)->id, (*entry)->name, *grants};
}

} // namespace thidua::server
