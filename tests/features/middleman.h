#pragma once

#include <QByteArray>
#include <QMutex>
#include <QSemaphore>
#include <QString>
#include <QThread>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace thidua::test
{

// Stands between a device and its server, in a thread of its own, and spoils what the test says: one
// connection after the other, one request after the other. A message is passed on only once it is there
// whole, so that a cut falls on the byte that was meant.
class Middleman : private QThread
{
public:
    // A place in a message as HTTP sees it.
    enum class Cut {
        None,
        BeforeAnything,
        InFirstLine,
        InHeaders,
        AfterHeaders,
        InBody,
        BeforeLastByte,
    };
    struct Behaviour {
        Cut request = Cut::None;             // of pushes, or of what `of` says
        Cut answer = Cut::None;              // to them
        QByteArray page = {};                // answers everything in the server's place
        std::function<void()> passedOn = {}; // a whole push went to the server; its answer is not there yet
        std::function<void()> answered =
            {};                           // the answer to a push is there; the device has nothing of it yet
        QByteArray of = "POST /v1/push "; // how the requests begin that are meant
    };

    explicit Middleman(const QString& server);
    ~Middleman() override;
    [[nodiscard]] QString url() const;
    void behave(Behaviour behaviour);
    void behaveWell() { behave({}); }
    // Pushes that were cut since the last behave(): proof that a fault was met.
    [[nodiscard]] int pushesCut() const;
    // Everything that came from devices since the last behave().
    [[nodiscard]] QByteArray heard() const;

private:
    void run() override;
    void serve(QTcpSocket& device);
    // False: the connection is over.
    bool exchange(QTcpSocket& device, QTcpSocket& server, const QByteArray& request);
    bool pass(QTcpSocket& to, const QByteArray& message, Cut cut);
    [[nodiscard]] QByteArray message(QTcpSocket& from) const;
    [[nodiscard]] Behaviour behaviour() const;

    QUrl m_server;
    QSemaphore m_listening;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    Behaviour m_behaviour;
    QByteArray m_heard;
    int m_pushesCut = 0;
};

} // namespace thidua::test
