#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>
#include <functional>

namespace thidua::client
{

struct HttpRequest {
    QByteArray method; // "GET", "POST", …
    QByteArray path;   // from the root of the server: "/v1/push"
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

struct HttpReply {
    ErrorCode failure = ErrorCode::None; // Offline, Timeout, TlsFailure, Cancelled: nothing usable came
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

// The way to the server. Two implementations: Qt Network, and the simulator's. Asynchronous; replies arrive
// on the thread that sent, never from within send().
class Transport
{
public:
    using Callback = std::function<void(const HttpReply&)>;

    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    virtual void send(const HttpRequest& request, Callback callback) = 0;
    // For an answer that does not end: `bytes` gets what comes of it as it comes, if it is a 200 of our
    // server; the callback tells the end, without a body.
    using Bytes = std::function<void(QByteArrayView bytes)>;
    virtual void follow(const HttpRequest& request, Bytes bytes, Callback ended) = 0;
    // Outstanding requests end with Cancelled.
    virtual void cancelAll() = 0;
};

// Timers, injected for the same reason as the clock.
class Scheduler
{
public:
    Scheduler() = default;
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;
    virtual ~Scheduler() = default;

    // Calls once; a later call with the same purpose replaces the earlier one.
    virtual void after(const QByteArray& purpose, std::chrono::milliseconds delay,
                       std::function<void()> call) = 0;
    virtual void cancel(const QByteArray& purpose) = 0;
};

} // namespace thidua::client
