#pragma once

#include <QMutex>
#include <QSemaphore>
#include <QString>
#include <QThread>
#include <QUrl>

#include <atomic>

namespace thidua::test
{

// A mobile network at the edge of its reach, between a device and its server: few bits a second, each a long
// way, now and then a packet lost and sent again, and connections that live for some seconds only. Bytes in
// order, as TCP has them; which packets are lost follows from a seed.
class SlowLink : private QThread
{
public:
    struct Shape {
        int bytesPerSecond = 8'000; // 64 kbit/s, each way
        int latency = 500;          // ms, one way
        int lossPercent = 5;        // of packets; each costs a round trip more
        int lifetime = 0;           // ms from the first byte of a connection to its end; 0: as long as wanted
    };
    explicit SlowLink(const QString& server);
    ~SlowLink() override;
    [[nodiscard]] QString url() const;
    // For connections from now on.
    void behaveLike(const Shape& shape);
    void behaveWell() { behaveLike({0, 0, 0, 0}); }
    // Since the last behaveLike().
    [[nodiscard]] qint64 bytesUp() const { return m_bytes[0]; }
    [[nodiscard]] qint64 bytesDown() const { return m_bytes[1]; }
    [[nodiscard]] int cuts() const { return m_cuts; }

private:
    class Connection;
    class Way;
    void run() override;
    [[nodiscard]] Shape shape() const;

    QUrl m_server;
    QSemaphore m_listening;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    Shape m_shape{0, 0, 0, 0};
    std::atomic<qint64> m_bytes[2] = {0, 0};
    std::atomic<int> m_cuts = 0;
};

} // namespace thidua::test
