#include "server/eventhub.h"

#include <utility>

namespace thidua::server
{

QMap<QString, qint64> EventHub::Follower::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_pending, {});
}

std::shared_ptr<EventHub::Follower> EventHub::follow(const QStringList& channels, std::function<void()> wake)
{
    auto follower = std::make_shared<Follower>();
    follower->m_channels = channels;
    follower->m_wake = std::move(wake);
    const std::lock_guard lock(m_mutex);
    for (const QString& channel : channels)
        m_followers[channel].append(follower);
    return follower;
}

void EventHub::leave(const std::shared_ptr<Follower>& follower)
{
    const std::lock_guard lock(m_mutex);
    for (const QString& channel : std::as_const(follower->m_channels)) {
        auto& followers = m_followers[channel];
        followers.removeOne(follower);
        if (followers.isEmpty())
            m_followers.remove(channel);
    }
}

void EventHub::publish(const QMap<QString, qint64>& channels)
{
    const std::lock_guard lock(m_mutex);
    for (auto channel = channels.cbegin(); channel != channels.cend(); ++channel) {
        const auto followers = m_followers.constFind(channel.key());
        if (followers == m_followers.cend())
            continue;
        for (const auto& follower : *followers) {
            {
                const std::lock_guard pending(follower->m_mutex);
                follower->m_pending.insert(channel.key(), channel.value());
            }
            follower->m_wake();
        }
    }
}

} // namespace thidua::server
