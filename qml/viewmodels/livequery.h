#pragma once

#include "viewmodels/workplace.h"

#include <functional>
#include <utility>

namespace thidua::viewmodels
{

// Keeps what a view model shows current: reads at the start, when one of its kinds has changed and when the
// language has; one reading at a time, and once more if something changed meanwhile.
class LiveQuery : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveQuery)

public:
    // start: calls read(). Nothing is read before begin().
    LiveQuery(const Workplace& place, QSet<QString> kinds, std::function<void()> start);

    void begin();
    void refresh();
    [[nodiscard]] bool isLoading() const { return m_running; }

    template<typename Work, typename Done>
    void read(Work work, Done done)
    {
        m_running = true;
        m_place.store.run(this, std::move(work), [this, done = std::move(done)](auto result) mutable {
            m_running = false;
            done(std::move(result));
            if (std::exchange(m_again, false))
                refresh();
        });
    }

private:
    Workplace m_place;
    QSet<QString> m_kinds;
    std::function<void()> m_start;
    bool m_begun = false;
    bool m_running = false;
    bool m_again = false;
};

} // namespace thidua::viewmodels
