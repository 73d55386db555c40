#pragma once

#include "server/accounthandlers.h"
#include "server/filehandlers.h"
#include "server/routes.h"
#include "server/synchandlers.h"

namespace thidua::server
{

// The way of a request: route, caller, handler. Knows no HTTP beyond Request and Response.
class Router
{
public:
    explicit Router(Service& service);

    // Any thread; the reply may come on another one. Never blocks.
    void handle(Request request, Reply reply);
    // What can be told from the head alone, before the body is read: an answer, or nothing.
    // Counts the request for the address it comes from, until it turns out to be an enrolled device's.
    [[nodiscard]] std::optional<Response> refuseEarly(const Request& head);

private:
    [[nodiscard]] std::optional<Response> refuse(const Request& head);
    [[nodiscard]] Response answerTo(const Request& head, const protocol::Problem& problem);
    void dispatch(ServerStore& store, const ExchangePointer& exchange, size_t route);
    void callOpen(ServerStore& store, const ExchangePointer& exchange, size_t route);
    void showMetrics(ServerStore& store, const ExchangePointer& exchange);
    void callAs(const Caller& caller, ServerStore& store, const ExchangePointer& exchange, size_t route);
    [[nodiscard]] Result<Caller> authenticate(ServerStore& store, const Request& request, Access access);

    Service& m_service;
    AccountHandlers m_accounts;
    SyncHandlers m_sync;
    FileHandlers m_files;
};

} // namespace thidua::server
