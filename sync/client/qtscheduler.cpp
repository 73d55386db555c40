#include "client/qtscheduler.h"

#include <QTimer>

namespace thidua::client
{

QtScheduler::QtScheduler(QObject* parent)
    : QObject(parent)
{
}

void QtScheduler::after(const QByteArray& purpose, std::chrono::milliseconds delay,
                        std::function<void()> call)
{
    cancel(purpose);
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    m_timers.insert(purpose, timer);
    connect(timer, &QTimer::timeout, this, [this, purpose, call = std::move(call)] {
        cancel(purpose);
        call();
    });
    timer->start(delay);
}

void QtScheduler::cancel(const QByteArray& purpose)
{
    if (QTimer* timer = m_timers.take(purpose)) {
        timer->stop();
        timer->deleteLater();
    }
}

} // namespace thidua::client
