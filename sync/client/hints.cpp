#include "client/hints.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace thidua::client
{

using namespace Qt::StringLiterals;

namespace
{

const QByteArray reconnect = "hints";
constexpr qsizetype longestLine = 4096;

} // namespace

Hints::Hints(Transport& transport, Scheduler& scheduler, Random& random, Listener listener)
    : m_transport(transport)
    , m_scheduler(scheduler)
    , m_backoff(random)
    , m_listener(std::move(listener))
{
}

void Hints::start(const QByteArray& token)
{
    if (m_started)
        return;
    m_started = true;
    m_token = token;
    m_backoff.succeeded();
    open();
}

void Hints::stop()
{
    m_started = false;
    m_live = false;
    m_life.reset();
    m_scheduler.cancel(reconnect);
}

bool Hints::beyond(const QMap<QString, qint64>& positions) const
{
    if (m_justOpened)
        return true;
    for (auto held = positions.cbegin(); held != positions.cend(); ++held) {
        if (m_news.value(held.key()) > held.value())
            return true;
    }
    return false;
}

void Hints::pullBegins()
{
    m_justOpened = false;
    m_news.clear();
}

void Hints::open()
{
    m_line.clear();
    m_life = std::make_shared<const Hints*>(this);
    const std::weak_ptr life = m_life;
    const HttpRequest request{
        "GET", "/v1/events", {{"Accept", "text/event-stream"}, {"Authorization", "Bearer " + m_token}}, {}};
    m_transport.follow(
        request,
        [this, life](QByteArrayView bytes) {
            if (!life.expired())
                take(bytes);
        },
        [this, life](const HttpReply& reply) {
            if (!life.expired())
                ended(reply);
        });
}

void Hints::take(QByteArrayView bytes)
{
    const std::weak_ptr life = m_life;
    if (!std::exchange(m_live, true)) {
        m_backoff.succeeded();
        m_justOpened = true; // what happened before is not in it
        m_listener();
    }
    for (qsizetype at = 0; at < bytes.size() && !life.expired(); ++at) {
        if (bytes[at] == '\n')
            takeLine(std::exchange(m_line, {}));
        else if (m_line.size() < longestLine)
            m_line += bytes[at];
    }
}

// Only one kind of event exists, and its data says all: the other lines of the format need no reading.
void Hints::takeLine(const QByteArray& line)
{
    if (!line.startsWith("data:"))
        return;
    const QJsonObject data = QJsonDocument::fromJson(line.mid(5)).object();
    const QString channel = data["channel"_L1].toString();
    if (channel.isEmpty())
        return;
    qint64& rev = m_news[channel];
    rev = std::max(rev, data["rev"_L1].toInteger());
    m_listener();
}

void Hints::ended(const HttpReply& reply)
{
    m_live = false;
    m_life.reset();
    // The next cycle finds out by itself that the token is no good, and tells.
    if (reply.status == 401 || reply.status == 403)
        return stop();
    m_scheduler.after(reconnect, m_backoff.failed(), [this] {
        if (m_started)
            open();
    });
}

} // namespace thidua::client
