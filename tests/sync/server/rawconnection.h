#pragma once

#include <QTcpSocket>
#include <QUrl>

namespace thidua::test
{

// Bytes to the server and back, with nothing between that could put them right.
class RawConnection
{
public:
    explicit RawConnection(const QUrl& url)
    {
        m_socket.connectToHost(url.host(), quint16(url.port()));
        if (!m_socket.waitForConnected(5000))
            qFatal("connect: %s", qPrintable(m_socket.errorString()));
    }
    bool send(const QByteArray& bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(5000))
                return false;
        }
        return true;
    }
    // Reads until `text` has come, or the peer has closed.
    QByteArray readUntil(const QByteArray& text)
    {
        while (!m_received.contains(text) && m_socket.waitForReadyRead(10'000))
            m_received += m_socket.readAll();
        m_received += m_socket.readAll();
        return m_received;
    }
    QByteArray readToEnd()
    {
        while (m_socket.state() == QTcpSocket::ConnectedState && m_socket.waitForReadyRead(10'000))
            m_received += m_socket.readAll();
        m_received += m_socket.readAll();
        return m_received;
    }
    void clear() { m_received.clear(); }
    [[nodiscard]] bool isClosed()
    {
        if (m_socket.state() != QTcpSocket::UnconnectedState)
            m_socket.waitForDisconnected(5000);
        return m_socket.state() == QTcpSocket::UnconnectedState;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace thidua::test
