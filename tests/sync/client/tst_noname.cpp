#include "client/networktransport.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

using namespace thidua;
using namespace thidua::client;
using namespace Qt::StringLiterals;

namespace
{

// Only as root, and before there is any other thread.
bool raiseLoopback()
{
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", IFNAMSIZ - 1);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool raised = any >= 0 && ioctl(any, SIOCSIFFLAGS, &request) == 0;
    close(any);
    return raised;
}

// A network of this process's own, of which the test is the only name server.
bool enterOwnNetwork(const QString& resolverFile)
{
    QFile file(resolverFile);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write("nameserver 127.0.0.1\noptions timeout:8 attempts:1\n") < 0 || !file.flush())
        return false;
    return unshare(CLONE_NEWNS | CLONE_NEWNET) == 0 &&
           mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount(resolverFile.toLocal8Bit().constData(), "/etc/resolv.conf", nullptr, MS_BIND, nullptr) ==
               0 &&
           raiseLoopback();
}

} // namespace

// N11: the name of the server leads nowhere. The tablet is offline, says so, and nobody waits for that.
class NoNameTest : public QObject
{
    Q_OBJECT

public:
    explicit NoNameTest(bool ownNetwork)
        : m_ownNetwork(ownNetwork)
    {
    }

private:
    const bool m_ownNetwork;
    QUdpSocket m_nameServer;
    bool m_saysNo = false;
    int m_asked = 0;

    void answer()
    {
        while (m_nameServer.hasPendingDatagrams()) {
            QHostAddress who;
            quint16 port = 0;
            QByteArray question(m_nameServer.pendingDatagramSize(), '\0');
            m_nameServer.readDatagram(question.data(), question.size(), &who, &port);
            ++m_asked;
            if (!m_saysNo)
                continue;
            question[2] = char(0x81); // an answer
            question[3] = char(0x83); // there is no such name
            m_nameServer.writeDatagram(question, who, port);
        }
    }
    [[nodiscard]] bool servesEvents()
    {
        int served = 0;
        for (int i = 0; i < 200; ++i)
            QMetaObject::invokeMethod(
                this, [&served] { ++served; }, Qt::QueuedConnection);
        return QTest::qWaitFor([&] { return served == 200; }, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_ownNetwork)
            QSKIP("needs a network namespace, which only root may make here");
        QVERIFY(m_nameServer.bind(QHostAddress::LocalHost, 53));
        connect(&m_nameServer, &QUdpSocket::readyRead, this, [this] { answer(); });
    }
    void init()
    {
        m_saysNo = false;
        m_asked = 0;
    }

    void aNameThatDoesNotExistIsOffline()
    {
        m_saysNo = true;
        NetworkTransport transport(QUrl(u"https://khong-co.example"_s));
        std::optional<HttpReply> reply;
        transport.send({"GET", "/v1/me", {}, {}}, [&](const HttpReply& got) { reply = got; });
        QVERIFY(QTest::qWaitFor([&] { return reply.has_value(); }, 60'000));
        QCOMPARE(reply->failure, ErrorCode::Offline);
        QVERIFY(m_asked > 0);
    }

    void anAddressToWhichNoWayLeadsIsOffline()
    {
        for (const auto& server : {u"https://192.0.2.1"_s, u"https://[2001:db8::1]"_s}) {
            NetworkTransport transport{QUrl(server)};
            std::optional<HttpReply> reply;
            transport.send({"GET", "/v1/me", {}, {}}, [&](const HttpReply& got) { reply = got; });
            QVERIFY(QTest::qWaitFor([&] { return reply.has_value(); }, 60'000));
            QCOMPARE(reply->failure, ErrorCode::Offline);
        }
    }

    void aNameServerThatIsSilentHoldsUpNobody()
    {
        std::optional<HttpReply> reply;
        NetworkTransport transport(QUrl(u"https://im-lang.example"_s));
        transport.send({"GET", "/v1/me", {}, {}}, [&](const HttpReply& got) { reply = got; });
        QVERIFY(!reply);
        QVERIFY(QTest::qWaitFor([&] { return m_asked > 0; }, 60'000)); // it is being looked up
        QVERIFY(servesEvents());
        QVERIFY(!reply);
        QVERIFY(QTest::qWaitFor([&] { return reply.has_value(); }, 60'000));
        QVERIFY(reply->failure == ErrorCode::Offline || reply->failure == ErrorCode::Timeout);
    }

    void whoGivesUpDoesNotWaitForTheNameServer()
    {
        bool lookedUp = false; // by somebody else, who asked the same before
        QHostInfo::lookupHost(u"bo-cuoc.example"_s, this, [&](const QHostInfo&) { lookedUp = true; });
        QList<ErrorCode> ends;
        {
            NetworkTransport transport(QUrl(u"https://bo-cuoc.example"_s));
            transport.send({"GET", "/v1/me", {}, {}},
                           [&](const HttpReply& got) { ends.append(got.failure); });
            QVERIFY(QTest::qWaitFor([&] { return m_asked > 0; }, 60'000));
        }
        QCOMPARE(ends, QList<ErrorCode>{ErrorCode::Cancelled});
        QCoreApplication::processEvents();
        QVERIFY(!lookedUp);
        QVERIFY(QTest::qWaitFor([&] { return lookedUp; }, 60'000));
    }
};

int main(int argc, char** argv)
{
    const QTemporaryDir folder;
    const bool ownNetwork = enterOwnNetwork(folder.filePath(u"resolv.conf"_s));
    const QCoreApplication application(argc, argv);
    NoNameTest test(ownNetwork);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_noname.moc"
