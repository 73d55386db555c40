#pragma once

#include "client/transport.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace thidua::client
{

class QtScheduler final : public QObject, public Scheduler
{
public:
    explicit QtScheduler(QObject* parent = nullptr);
    void after(const QByteArray& purpose, std::chrono::milliseconds delay,
               std::function<void()> call) override;
    void cancel(const QByteArray& purpose) override;

private:
    QHash<QByteArray, QTimer*> m_timers;
};

} // namespace thidua::client
