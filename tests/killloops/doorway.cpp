#include "killloops/doorway.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace thidua::test
{

// What one of the two says, the other hears; when one hangs up, so does the other.
static void join(QTcpSocket& from, QTcpSocket& to)
{
    QObject::connect(&from, &QTcpSocket::readyRead, &to, [&] {
        if (to.isWritable()) // what comes after the other has hung up is for nobody
            to.write(from.readAll());
    });
    QObject::connect(&from, &QTcpSocket::disconnected, &to, [&] { to.disconnectFromHost(); });
    QObject::connect(&from, &QTcpSocket::errorOccurred, &to, [&] { to.abort(); });
}

Doorway::Doorway(const QString& server)
{
    leadTo(server);
    auto listener = std::make_unique<QTcpServer>();
    if (!listener->listen(QHostAddress::LocalHost))
        qFatal("doorway: %s", qPrintable(listener->errorString()));
    m_port = listener->serverPort();
    QTcpServer* door = listener.release();
    QObject::connect(door, &QTcpServer::newConnection, door, [this, door] {
        QTcpSocket* device = door->nextPendingConnection();
        auto* behind = new QTcpSocket(device);
        join(*device, *behind);
        join(*behind, *device);
        behind->connectToHost(QHostAddress::LocalHost, m_target);
    });
    door->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, door, &QObject::deleteLater);
    m_thread.start();
}

Doorway::~Doorway()
{
    m_thread.quit();
    m_thread.wait();
}

void Doorway::leadTo(const QString& server)
{
    m_target = quint16(QUrl(server).port());
}

} // namespace thidua::test
