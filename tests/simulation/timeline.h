#pragma once

#include "base/clock.h"
#include "client/transport.h"

#include <QByteArray>
#include <QMap>

#include <functional>
#include <map>

namespace thidua::simulation
{

// The one time of a run, and what is going to happen in it. Events of the same moment happen in the order in
// which they were planned.
class Timeline
{
public:
    static constexpr Instant start = 1'766'000'000'000; // 17/12/2025

    [[nodiscard]] Instant now() const { return m_now; }
    void after(qint64 delay, std::function<void()> event) // ms
    {
        m_events.emplace(std::pair(m_now + std::max<qint64>(0, delay), ++m_count), std::move(event));
    }
    // Lets the next event happen if it is due by then; otherwise it is then, and the answer is no.
    bool step(Instant until)
    {
        if (m_events.empty() || m_events.begin()->first.first > until) {
            m_now = std::max(m_now, until);
            return false;
        }
        auto event = m_events.extract(m_events.begin());
        m_now = event.key().first;
        event.mapped()();
        return true;
    }
    void forget() { m_events.clear(); }

private:
    Instant m_now = start;
    quint64 m_count = 0;
    std::map<std::pair<Instant, quint64>, std::function<void()>> m_events;
};

// A device's clock: wrong by so much, and set anew at any moment; the monotonic one is always right.
class SimClock final : public Clock
{
public:
    explicit SimClock(const Timeline& time)
        : m_time(time)
    {
    }
    qint64 wrongBy = 0; // ms
    [[nodiscard]] Instant now() const override { return m_time.now() + wrongBy; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds(m_time.now());
    }

private:
    const Timeline& m_time;
};

// Timers of one life of a device.
class SimScheduler final : public client::Scheduler
{
public:
    explicit SimScheduler(Timeline& time)
        : m_time(time)
    {
    }
    void after(const QByteArray& purpose, std::chrono::milliseconds delay,
               std::function<void()> call) override
    {
        const quint64 ticket = ++*m_count;
        m_tickets->insert(purpose, ticket);
        m_time.after(delay.count(),
                     [tickets = std::weak_ptr(m_tickets), purpose, ticket, call = std::move(call)] {
                         const auto alive = tickets.lock();
                         if (!alive || alive->value(purpose) != ticket)
                             return;
                         alive->remove(purpose);
                         call();
                     });
    }
    void cancel(const QByteArray& purpose) override { m_tickets->remove(purpose); }

private:
    Timeline& m_time;
    std::shared_ptr<quint64> m_count = std::make_shared<quint64>(0);
    std::shared_ptr<QMap<QByteArray, quint64>> m_tickets = std::make_shared<QMap<QByteArray, quint64>>();
};

} // namespace thidua::simulation
