#include "features/middleman.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static constexpr int glance = 50;       // ms between two looks at whether the test is over
static constexpr int patience = 10'000; // ms; a limit, not a wait

Middleman::Middleman(const QString& server)
    : m_server(server)
{
    start();
    m_listening.acquire();
}

Middleman::~Middleman()
{
    requestInterruption();
    wait();
}

QString Middleman::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void Middleman::behave(Behaviour behaviour)
{
    const QMutexLocker lock(&m_mutex);
    m_behaviour = std::move(behaviour);
    m_pushesCut = 0;
    m_heard.clear();
}

Middleman::Behaviour Middleman::behaviour() const
{
    const QMutexLocker lock(&m_mutex);
    return m_behaviour;
}

int Middleman::pushesCut() const
{
    const QMutexLocker lock(&m_mutex);
    return m_pushesCut;
}

QByteArray Middleman::heard() const
{
    const QMutexLocker lock(&m_mutex);
    return m_heard;
}

void Middleman::run()
{
    QTcpServer listener;
    if (!listener.listen(QHostAddress::LocalHost))
        qFatal("middleman: %s", qPrintable(listener.errorString()));
    m_port = listener.serverPort();
    m_listening.release();
    while (!isInterruptionRequested()) {
        if (!listener.waitForNewConnection(glance))
            continue;
        const std::unique_ptr<QTcpSocket> device(listener.nextPendingConnection());
        serve(*device);
        device->abort();
    }
}

void Middleman::serve(QTcpSocket& device)
{
    QTcpSocket server;
    for (;;) {
        const QByteArray request = message(device);
        if (request.isEmpty())
            return;
        {
            const QMutexLocker lock(&m_mutex);
            m_heard += request;
        }
        if (!exchange(device, server, request))
            return;
    }
}

bool Middleman::exchange(QTcpSocket& device, QTcpSocket& server, const QByteArray& request)
{
    const Behaviour now = behaviour();
    if (!now.page.isEmpty()) {
        pass(device, now.page, Cut::None);
        device.disconnectFromHost();
        return false;
    }
    if (server.state() != QTcpSocket::ConnectedState) {
        server.connectToHost(m_server.host(), quint16(m_server.port()));
        if (!server.waitForConnected(patience))
            return false;
    }
    const bool isMeant = request.startsWith(now.of);
    if (!pass(server, request, isMeant ? now.request : Cut::None))
        return false;
    if (isMeant && now.passedOn)
        now.passedOn();
    const QByteArray answer = message(server);
    if (answer.isEmpty())
        return false;
    if (isMeant && now.answered)
        now.answered();
    return pass(device, answer, isMeant ? now.answer : Cut::None);
}

static qsizetype placeOf(const QByteArray& message, Middleman::Cut cut)
{
    const qsizetype firstLine = message.indexOf("\r\n");
    const qsizetype body = message.indexOf("\r\n\r\n") + 4;
    switch (cut) {
    case Middleman::Cut::BeforeAnything:
        return 0;
    case Middleman::Cut::InFirstLine:
        return firstLine / 2;
    case Middleman::Cut::InHeaders:
        return (firstLine + body) / 2;
    case Middleman::Cut::AfterHeaders:
        return body;
    case Middleman::Cut::InBody:
        return (body + message.size()) / 2;
    case Middleman::Cut::BeforeLastByte:
        return message.size() - 1;
    case Middleman::Cut::None:
        break;
    }
    return message.size();
}

bool Middleman::pass(QTcpSocket& to, const QByteArray& message, Cut cut)
{
    to.write(message.left(placeOf(message, cut)));
    while (to.bytesToWrite() > 0) {
        if (!to.waitForBytesWritten(patience))
            return false;
    }
    if (cut == Cut::None)
        return true;
    to.disconnectFromHost(); // what was written arrives; nothing comes after it
    const QMutexLocker lock(&m_mutex);
    ++m_pushesCut;
    return false;
}

// Empty if the peer goes before the message is whole, or the test is over.
QByteArray Middleman::message(QTcpSocket& from) const
{
    QByteArray bytes;
    qsizetype whole = -1;
    while (whole < 0 || bytes.size() < whole) {
        if (from.bytesAvailable() == 0 && !from.waitForReadyRead(glance)) {
            if (from.state() != QTcpSocket::ConnectedState || isInterruptionRequested())
                return {};
            continue;
        }
        bytes += from.readAll();
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (whole >= 0 || head < 0)
            continue;
        whole = head + 4;
        for (const QByteArray& line : bytes.left(head).split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                whole += line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
        }
    }
    return bytes;
}

} // namespace thidua::test
