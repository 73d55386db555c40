#pragma once

#include "client/transport.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <QHash>

#include <memory>

namespace thidua::load
{

// Where requests go, and in whose name.
struct Way {
    boost::asio::ip::tcp::endpoint server;
    boost::asio::ip::address_v4 from; // one of our side's addresses; 0.0.0.0: any
    QByteArray realIp;                // what a proxy would say of the asker; empty: there is no proxy
};

// What came of a request, for whoever measures: from the moment it was sent to the last byte of its answer.
// Status 0: nothing came.
struct Answered {
    QByteArray path;
    int status = 0;
    bool retryAfter = false;
    double seconds = 0;
};
// The threads of both sides.
struct Threads {
    boost::asio::io_context& asker;
    boost::asio::io_context& network;
};
using Witness = std::function<void(const Answered&)>;

// HTTP/1.1 over Asio for the client's engines: thousands of them share one thread, where NetworkTransport
// has a thread and a QNetworkAccessManager each. As there, the network has a thread of its own, and
// connections are kept alive; what is said to the server, and what its answers mean, is the product's own
// code above this. Belongs to the thread that runs Threads::asker.
class AsioTransport final : public client::Transport
{
public:
    AsioTransport(const Threads& threads, Way way, Witness witness = {});
    ~AsioTransport() override;

    void send(const client::HttpRequest& request, Callback callback) override;
    void follow(const client::HttpRequest& request, Bytes bytes, Callback ended) override;
    void cancelAll() override; // closes the connections as well

private:
    class Line;
    struct Call {
        Callback ended;
        Bytes bytes; // of a stream
    };
    // Outlives this, if something comes after its end. Of the asker's thread.
    struct Desk {
        Witness witness;
        QHash<quint64, Call> calls;
        quint64 lastCall = 0;
    };
    void begin(const client::HttpRequest& request, const Call& call);
    Threads m_threads;
    std::shared_ptr<Desk> m_desk;
    std::shared_ptr<Line> m_line; // of the network's thread
};

} // namespace thidua::load
