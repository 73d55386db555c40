#pragma once

#include "client/backoff.h"
#include "client/transport.h"

#include <QMap>
#include <QString>

#include <memory>

namespace thidua::client
{

// GET /v1/events: the server says which channels have something new. Only ever a reason to pull earlier: that
// nothing was heard never means that nothing happened.
class Hints
{
public:
    // Called when something may be new: after a hint, and when the stream opens.
    using Listener = std::function<void()>;
    Hints(Transport& transport, Scheduler& scheduler, Random& random, Listener listener);

    void start(const QByteArray& token); // once more does nothing
    void stop();
    [[nodiscard]] bool live() const { return m_live; }
    // Whether something was hinted at that these positions do not contain yet. Channels that are not held do
    // not count: the next poll is offered them.
    [[nodiscard]] bool beyond(const QMap<QString, qint64>& positions) const;
    // What happened before comes with the pull that begins now. Nothing of it is kept: the revisions of a
    // server that was restored are lower, and would never reach what was hinted at in its earlier life.
    void pullBegins();

private:
    void open();
    void take(QByteArrayView bytes);
    void takeLine(const QByteArray& line);
    void ended(const HttpReply& reply);

    Transport& m_transport;
    Scheduler& m_scheduler;
    Backoff m_backoff;
    Listener m_listener;
    QByteArray m_token;
    QByteArray m_line; // what has come of the line so far
    QMap<QString, qint64> m_news;
    std::shared_ptr<const Hints*> m_life; // expires with this, or with the stream that it was made for
    bool m_started = false;
    bool m_live = false;
    bool m_justOpened = false;
};

} // namespace thidua::client
