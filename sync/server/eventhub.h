#pragma once

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <mutex>

namespace thidua::server
{

// Who waits for changes of which channels. Changes that come faster than they are sent run together: only
// the newest revision of a channel counts. Any thread.
class EventHub
{
public:
    // One waiting connection. `wake` is called on the publisher's thread and must not block.
    class Follower
    {
    public:
        // Newest revisions since the last call.
        [[nodiscard]] QMap<QString, qint64> take();

    private:
        friend class EventHub;
        std::mutex m_mutex;
        QMap<QString, qint64> m_pending;
        QStringList m_channels;
        std::function<void()> m_wake;
    };

    [[nodiscard]] std::shared_ptr<Follower> follow(const QStringList& channels, std::function<void()> wake);
    void leave(const std::shared_ptr<Follower>& follower);
    void publish(const QMap<QString, qint64>& channels); // name -> new revision

private:
    std::mutex m_mutex;
    QHash<QString, QList<std::shared_ptr<Follower>>> m_followers;
};

} // namespace thidua::server
