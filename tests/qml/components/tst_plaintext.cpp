#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// Data is shown as it is. A name that holds an image's address must not make the device ask for it: that
// would tell somebody who reads what, and when.
class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anImageInDataIsNotFetched_data();
    void anImageInDataIsNotFetched();

private:
    [[nodiscard]] QQuickItem* shown(const QString& qml, const QString& path);
    void takeRequest(QTcpSocket* socket);

    QTcpServer m_server;
    QStringList m_asked;
    QQuickView m_view;
};

void PlainTextTest::initTestCase()
{
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { takeRequest(socket); });
    });
    m_view.engine()->addImportPath(u"qrc:/qt/qml"_s);
    m_view.resize(600, 400);
    m_view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_view));
}

void PlainTextTest::takeRequest(QTcpSocket* socket)
{
    const QByteArray line = socket->readLine();
    if (line.startsWith("GET "))
        m_asked << QString::fromLatin1(line.split(' ').at(1));
    socket->readAll();
    socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
}

// The item, whose %1 becomes a text that names an image at our server.
QQuickItem* PlainTextTest::shown(const QString& qml, const QString& path)
{
    const QString image = u"<img src='http://127.0.0.1:%1/%2'>"_s.arg(m_server.serverPort()).arg(path);
    QQmlComponent component(m_view.engine());
    component.setData(u"import QtQuick\nimport ThiDua.Components\n%1"_s.arg(qml.arg(image)).toUtf8(), {});
    auto* item = qobject_cast<QQuickItem*>(component.create());
    if (!item) {
        qWarning() << component.errorString();
        return nullptr;
    }
    item->setParent(&m_view);
    item->setParentItem(m_view.contentItem());
    return item;
}

void PlainTextTest::anImageInDataIsNotFetched_data()
{
    QTest::addColumn<QString>("qml");
    QTest::newRow("text") << uR"(AppText { text: "%1" })"_s;
    QTest::newRow("title") << uR"(SectionTitle { text: "%1" })"_s;
    QTest::newRow("row") << uR"(ListRow { text: "%1"; supporting: text; value: text })"_s;
    QTest::newRow("chip") << uR"(StatusChip { text: "%1" })"_s;
    QTest::newRow("button") << uR"(ActionButton { text: "%1" })"_s;
    QTest::newRow("switch") << uR"(SwitchRow { text: "%1"; supporting: text })"_s;
    QTest::newRow("banner") << uR"(Banner { text: "%1"; detail: text; actionText: text })"_s;
    QTest::newRow("empty") << uR"(EmptyState { text: "%1"; detail: text; actionText: text })"_s;
    QTest::newRow("head") << uR"(AppBar { title: "%1"; subtitle: title })"_s;
    QTest::newRow("progress") << uR"(Progress { text: "%1"; width: 300 })"_s;
    QTest::newRow("synchronisation") << uR"(SyncIndicator { phase: "waiting"; text: "%1" })"_s;
    QTest::newRow("field")
        << uR"(TextInputField { label: "%1"; help: label; value: label; suffix: label })"_s;
    QTest::newRow("placeholder") << uR"(TextInputField { label: "%1"; error: label; placeholder: label })"_s;
    QTest::newRow("area") << uR"(TextAreaField { label: "%1"; value: label })"_s;
    QTest::newRow("search") << uR"(SearchField { label: "%1" })"_s;
    QTest::newRow("choice")
        << uR"(ChoiceField { label: "%1"; value: "a"; options: [{ id: "a", name: label }] })"_s;
    QTest::newRow("event")
        << uR"(TimelineRow { text: "%1"; who: text; when: text; role: text; device: text })"_s;
    QTest::newRow("value")
        << uR"(ValueCard { label: "%1"; value: label; who: label; when: label; role: label })"_s;
    QTest::newRow("toast") << uR"(Toast { Component.onCompleted: show("%1") })"_s;
}

void PlainTextTest::anImageInDataIsNotFetched()
{
    QFETCH(QString, qml);
    m_asked.clear();
    const std::unique_ptr<QQuickItem> item(shown(qml, u"ours"_s));
    QVERIFY(item);
    QVERIFY(!m_view.grabWindow().isNull());
    // The proof that the trap works: a text without the format asks; what ours asks would have come before.
    const std::unique_ptr<QQuickItem> bait(shown(uR"(Text { text: "%1" })"_s, u"bait"_s));
    QVERIFY(bait);
    QTRY_COMPARE(m_asked, QStringList{u"/bait"_s});
}

QTEST_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
