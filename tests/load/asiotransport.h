#pragma once

#include "client/transport.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>

namespace thidua::load
{

// Where requests go, and in whose name.
struct Way {
    boost::asio::ip::tcp::endpoint server;
    boost::asio::ip::address_v4 from; // one of our side's addresses; 0.0.0.0: any
    QByteArray realIp;                // what a proxy would say of the asker; empty: there is no proxy
};

// What came of a request, for whoever measures. Status 0: nothing came.
struct Answered {
    QByteArray path;
    int status = 0;
    bool retryAfter = false;
    double seconds = 0;
};
using Witness = std::function<void(const Answered&)>;

// HTTP/1.1 over Asio for the client's engines: thousands of them share one thread, where NetworkTransport
// has a thread and a QNetworkAccessManager each. Connections are kept alive, as there; what was said to the
// server and what it answered is the product's own code above this. Belongs to the thread that runs `io`.
class AsioTransport final : public client::Transport
{
public:
    AsioTransport(boost::asio::io_context& io, Way way, Witness witness = {});
    ~AsioTransport() override;

    void send(const client::HttpRequest& request, Callback callback) override;
    void follow(const client::HttpRequest& request, Bytes bytes, Callback ended) override;
    void cancelAll() override; // closes the connections as well

private:
    class Line;
    std::shared_ptr<Line> m_line; // outlives this for as long as a connection takes to end
};

} // namespace thidua::load
