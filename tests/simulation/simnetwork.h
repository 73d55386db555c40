#pragma once

#include "base/random.h"
#include "client/transport.h"
#include "simulation/timeline.h"

#include <memory>
#include <optional>
#include <vector>

namespace thidua::simulation
{

// How bad the way between a device and the server is; chances in a thousand, per request.
struct Weather {
    int lost = 0;       // the request never arrives
    int answerLost = 0; // it does, its answer does not
    int answerCut = 0;  // the answer ends in its midst
    int doubled = 0;    // the request arrives a second time, perhaps much later
    int stalled = 0;    // nothing comes until the device gives up
    int portal = 0;     // somebody else answers
    int busy = 0;       // something in front of the server answers for it
    int hintLost = 0;   // a piece of an open stream never arrives; `doubled` and `slowest` hold for them too
    qint64 slowest = 200; // ms each way
    bool offline = false;
    bool deaf = false; // requests arrive, answers never do
};

// The device's end of a stream of hints, as long as it lives.
struct HintStream {
    std::function<void(const QByteArray&)> said;
    std::function<void()> broken;
};

// What stands at the other end; an empty answer: the connection breaks.
struct Server {
    std::function<std::optional<client::HttpReply>(const client::HttpRequest&)> handle;
    // A 200 is only the beginning: the stream brings the rest.
    std::function<std::optional<client::HttpReply>(const client::HttpRequest&, std::weak_ptr<HintStream>)>
        follow;
};

// One device's way to the server, for one life of the device.
class SimTransport final : public client::Transport
{
public:
    SimTransport(Timeline& time, Random& random, const Weather& weather, Server server);
    ~SimTransport() override;

    void send(const client::HttpRequest& request, Callback callback) override;
    void follow(const client::HttpRequest& request, Bytes bytes, Callback ended) override;
    void cancelAll() override;

private:
    struct Open;
    using Ticket = std::shared_ptr<Open>;
    // Whether the request ends on its way to the server; what the device hears of that is planned.
    [[nodiscard]] bool goesAstray(const Ticket& ticket);
    void arrive(const Ticket& ticket, const client::HttpRequest& request);
    void open(const Ticket& ticket, const client::HttpRequest& request, const Bytes& bytes);
    void hear(const Ticket& ticket, const QByteArray& said, const Bytes& bytes);
    void deliver(const Ticket& ticket, const QByteArray& said, const Bytes& bytes, qint64 delay);
    void watch(const Ticket& ticket);
    void reply(const Ticket& ticket, client::HttpReply reply, qint64 delay);
    void fail(const Ticket& ticket, ErrorCode why, qint64 delay);
    [[nodiscard]] bool happens(int inAThousand) { return int(m_random.below(1000)) < inAThousand; }
    [[nodiscard]] qint64 way() { return 1 + qint64(m_random.below(quint64(m_weather.slowest))); }

    Timeline& m_time;
    Random& m_random;
    const Weather& m_weather;
    Server m_server;
    std::vector<Ticket> m_open; // oldest first
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace thidua::simulation
