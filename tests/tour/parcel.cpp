#include "tour/parcel.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QUrl>

namespace thidua::tour
{

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms

static QString program()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"thidua-server"_s);
}

Server::Server(const QString& directory)
    : m_directory(directory)
{
}

Server::~Server()
{
    vanish();
}

QJsonObject Server::init() const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program(), {u"init"_s, u"--data"_s, m_directory, u"--sample"_s});
    process.waitForFinished(5 * patience);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

bool Server::start()
{
    const QString listen = m_url.isEmpty() ? u"127.0.0.1:0"_s : QUrl(m_url).authority();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(),
                    {u"serve"_s, u"--data"_s, m_directory, u"--listen"_s, listen, u"--plain-loopback"_s});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) {
    }
    m_url = QJsonDocument::fromJson(m_process.readLine()).object().value("listening"_L1).toString();
    return !m_url.isEmpty();
}

void Server::vanish()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

} // namespace thidua::tour
