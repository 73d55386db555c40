#pragma once

#include "server/accounthandlers.h"
#include "server/filehandlers.h"
#include "server/synchandlers.h"

#include <span>

namespace thidua::server
{

// Who may call a route; what they may do there is the handler's question.
enum class Access {
    Open,     // everybody
    Device,   // a valid device token
    Revoked,  // the token of a device that is revoked
    Loopback, // this machine
};

struct Route {
    const char* method;
    const char* path; // {id} stands for one segment
    Access access;
};

// Every route there is. Tests go over this table, so that a new one cannot be forgotten.
[[nodiscard]] std::span<const Route> routes();

// The way of a request: route, caller, handler. Knows no HTTP beyond Request and Response.
class Router
{
public:
    explicit Router(Service& service);

    // Any thread; the reply may come on another one. Never blocks.
    void handle(Request request, Reply reply);
    // What can be told from the head alone, before the body is read: an answer, or nothing.
    [[nodiscard]] std::optional<Response> refuseEarly(const Request& head);

private:
    void dispatch(ServerStore& store, const ExchangePointer& exchange, size_t route);
    void callOpen(ServerStore& store, const ExchangePointer& exchange, size_t route);
    void callAs(const Caller& caller, ServerStore& store, const ExchangePointer& exchange, size_t route);
    [[nodiscard]] Result<Caller> authenticate(ServerStore& store, const Request& request, Access access);

    Service& m_service;
    AccountHandlers m_accounts;
    SyncHandlers m_sync;
    FileHandlers m_files;
};

} // namespace thidua::server
