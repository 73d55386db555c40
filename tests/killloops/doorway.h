#pragma once

#include <QString>
#include <QThread>

#include <atomic>

namespace thidua::test
{

// One address for several servers, as a load balancer gives: a connection goes to whichever the door leads to
// when it begins, and ends with it.
class Doorway
{
public:
    explicit Doorway(const QString& server);
    ~Doorway();
    Doorway(const Doorway&) = delete;
    Doorway& operator=(const Doorway&) = delete;

    void leadTo(const QString& server);
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    QThread m_thread;
    std::atomic<quint16> m_target = 0;
    quint16 m_port = 0;
};

} // namespace thidua::test
