#include "features/slowlink.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <random>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static constexpr qint64 packetSize = 1'400;
static constexpr qint64 window = 16 * 1'024; // bytes on their way; what does not fit waits at the sender

// One direction of a connection.
class SlowLink::Way : public QObject
{
public:
    Way(QTcpSocket& from, QTcpSocket& to, const Shape& shape, std::atomic<qint64>& carried, QObject* parent)
        : QObject(parent)
        , m_from(from)
        , m_to(to)
        , m_shape(shape)
        , m_carried(carried)
    {
        m_time.start();
        m_next.setSingleShot(true);
        m_next.setTimerType(Qt::PreciseTimer);
        from.setReadBufferSize(window);
        connect(&from, &QTcpSocket::readyRead, this, [this] { take(); });
        connect(&from, &QTcpSocket::disconnected, this, [this] { take(); });
        connect(&m_next, &QTimer::timeout, this, [this] { deliver(); });
    }

private:
    struct Packet {
        QByteArray bytes;
        qint64 due; // ms
    };
    void take()
    {
        while (m_from.bytesAvailable() > 0 && m_waiting < window) {
            const QByteArray bytes = m_from.read(packetSize);
            m_packets.push_back({bytes, dueOf(bytes.size())});
            m_waiting += bytes.size();
        }
        if (!m_packets.empty())
            m_next.start(int(std::max<qint64>(0, m_packets.front().due - m_time.elapsed())));
        else if (m_from.state() == QTcpSocket::UnconnectedState)
            m_to.disconnectFromHost();
    }
    qint64 dueOf(qint64 size)
    {
        if (m_shape.bytesPerSecond == 0)
            return 0;
        m_free = std::max(m_free, m_time.elapsed()) + size * 1'000 / m_shape.bytesPerSecond;
        qint64 due = m_free + m_shape.latency;
        if (int(m_dice() % 100) < m_shape.lossPercent)
            due += 2 * m_shape.latency;
        m_lastDue = std::max(m_lastDue, due); // nothing overtakes what was lost
        return m_lastDue;
    }
    void deliver()
    {
        while (!m_packets.empty() && m_packets.front().due <= m_time.elapsed()) {
            const QByteArray bytes = m_packets.front().bytes;
            m_packets.pop_front();
            m_waiting -= bytes.size();
            m_carried += bytes.size();
            m_to.write(bytes);
        }
        take();
    }

    QTcpSocket& m_from;
    QTcpSocket& m_to;
    Shape m_shape;
    std::atomic<qint64>& m_carried;
    QElapsedTimer m_time;
    QTimer m_next;
    std::deque<Packet> m_packets;
    std::minstd_rand m_dice{7};
    qint64 m_waiting = 0;
    qint64 m_free = 0;
    qint64 m_lastDue = 0;
};

class SlowLink::Connection : public QObject
{
public:
    Connection(QTcpSocket* device, SlowLink& link, QObject* parent)
        : QObject(parent)
        , m_device(device)
        , m_up(*device, m_server, link.shape(), link.m_bytes[0], this)
        , m_down(m_server, *device, link.shape(), link.m_bytes[1], this)
    {
        device->setParent(this);
        if (const int lifetime = link.shape().lifetime; lifetime > 0)
            QTimer::singleShot(lifetime, this, [this, &link] { cut(link); });
        connect(&m_server, &QTcpSocket::disconnected, this, [this] { endIfOver(); });
        connect(device, &QTcpSocket::disconnected, this, [this] { endIfOver(); });
        connect(&m_server, &QTcpSocket::errorOccurred, this, [this] { endIfOver(); });
        m_server.connectToHost(link.m_server.host(), quint16(link.m_server.port()));
    }

private:
    void cut(SlowLink& link)
    {
        ++link.m_cuts;
        m_device->abort();
        m_server.abort();
        deleteLater();
    }
    void endIfOver()
    {
        if (m_device->state() == QTcpSocket::UnconnectedState &&
            m_server.state() == QTcpSocket::UnconnectedState)
            deleteLater();
    }
    QTcpSocket* m_device;
    QTcpSocket m_server;
    Way m_up;
    Way m_down;
};

SlowLink::SlowLink(const QString& server)
    : m_server(server)
{
    start();
    m_listening.acquire();
}

SlowLink::~SlowLink()
{
    quit();
    wait();
}

QString SlowLink::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void SlowLink::behaveLike(const Shape& shape)
{
    const QMutexLocker lock(&m_mutex);
    m_shape = shape;
    m_bytes[0] = 0;
    m_bytes[1] = 0;
    m_cuts = 0;
}

SlowLink::Shape SlowLink::shape() const
{
    const QMutexLocker lock(&m_mutex);
    return m_shape;
}

void SlowLink::run()
{
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        qFatal("slow link: %s", qPrintable(listener.errorString()));
    m_port = listener.serverPort();
    QObject::connect(&listener, &QTcpServer::newConnection, &listener, [&] {
        while (QTcpSocket* device = listener.nextPendingConnection())
            new Connection(device, *this, &listener);
    });
    m_listening.release();
    exec();
}

} // namespace thidua::test
