#include "server/accounthandlers.h"

#include "server/enrolment.h"
#include "server/pager.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

AccountHandlers::AccountHandlers(Service& service)
    : m_service(service)
{
}

void AccountHandlers::enrol(const ExchangePointer& exchange)
{
    auto request = exchange->body<protocol::EnrolRequest>();
    if (!request)
        return exchange->fail(request.error());
    if (!request->code.isEmpty())
        return enrolByCode(exchange, *request);
    enrolByPassword(exchange, *request);
}

void AccountHandlers::write(const ExchangePointer& exchange, Enrol enrol)
{
    const auto enrolled = std::make_shared<Result<protocol::EnrolAnswer>>(protocol::EnrolAnswer());
    WriteJob job;
    job.run = [enrol = std::move(enrol), enrolled](Writing& writing) -> Result<void> {
        *enrolled = enrol(writing);
        // A refused enrolment has written nothing, and no other job shall suffer for it.
        if (*enrolled || enrolled->error().code == ErrorCode::WrongCredentials)
            return {};
        return enrolled->error();
    };
    job.done = [exchange, enrolled](const Result<void>& committed) {
        if (!committed)
            exchange->fail(committed.error());
        else if (!*enrolled)
            exchange->fail(enrolled->error());
        else
            exchange->answer(**enrolled, 201);
    };
    if (!m_service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

void AccountHandlers::enrolByCode(const ExchangePointer& exchange, const protocol::EnrolRequest& request)
{
    write(exchange, [this, request](Writing& writing) {
        return Enrolment(writing.store, m_service.clock, m_service.random).byCode(request.code, request.name);
    });
}

void AccountHandlers::enrolByPassword(const ExchangePointer& exchange, const protocol::EnrolRequest& request)
{
    const auto judged = [this, exchange,
                         name = request.name](std::variant<Account, protocol::Problem> answer) {
        if (const auto* problem = std::get_if<protocol::Problem>(&answer))
            return exchange->fail(*problem);
        const qint64 account = std::get<Account>(answer).number;
        write(exchange, [this, account, name](Writing& writing) {
            return Enrolment(writing.store, m_service.clock, m_service.random).byAccount(account, name);
        });
    };
    m_service.accounts.check(request.login, request.password, exchange->request().remote, judged);
}

void AccountHandlers::me(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return exchange->fail(reading.error());
    const Instant now = m_service.clock.now();
    auto user = userOf(store, caller.device.account, now);
    if (!user)
        return exchange->fail(user.error());
    Pager pager(store, now);
    auto readable = pager.readable(caller.author);
    auto held = pager.held(caller.author);
    auto keys = store.handoverKeys();
    if (!readable || !held || !keys)
        return exchange->fail(!readable ? readable.error() : !held ? held.error() : keys.error());
    exchange->answer(protocol::MeAnswer{*user, *readable, *held, keys->publicKey});
}

static bool isAdministrator(const Author& author, Instant now)
{
    return std::ranges::any_of(author.grants, [now](const domain::Grant& grant) {
        return grant.role == domain::Role::Admin && grant.scope == domain::Channel::city() &&
               grant.holdsAt(now);
    });
}

void AccountHandlers::revoke(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const auto id = DeviceId::fromText(QString::fromLatin1(exchange->parameter()));
    auto device = store.devices.byId(id.value_or(DeviceId()));
    if (!device)
        return exchange->fail(device.error());
    const Instant now = m_service.clock.now();
    const bool own = *device && (*device)->account == caller.device.account;
    if (!*device || (*device)->number == 0 || (!own && !isAdministrator(caller.author, now)))
        return exchange->fail(Error{ErrorCode::NotFound, {}});
    WriteJob job;
    const Deed ended{deed::deviceRevoked, (*device)->id.toText(), caller.device.user, caller.device.id};
    job.run = [number = (*device)->number, ended](Writing& writing) {
        auto revoked = writing.store.devices.revoke(number, writing.now);
        return revoked ? writing.store.audit.add(ended, writing.now) : revoked;
    };
    job.done = [exchange](const Result<void>& committed) {
        if (committed)
            exchange->send(204, {}, {});
        else
            exchange->fail(committed.error());
    };
    if (!m_service.writes.submit(std::move(job)))
        exchange->fail(Error{ErrorCode::Busy, {}});
}

} // namespace thidua::server
