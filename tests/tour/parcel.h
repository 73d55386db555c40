#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>

namespace thidua::tour
{

// The real server, as a process that can be taken away and brought back on the same address.
class Server
{
public:
    explicit Server(const QString& directory);
    ~Server();
    // Creates the data with the sample; the answer of `thidua-server init`.
    [[nodiscard]] QJsonObject init() const;
    [[nodiscard]] bool start();
    void vanish(); // kill -9: nobody says goodbye when a network goes
    [[nodiscard]] QString url() const { return m_url; }

private:
    QString m_directory;
    QString m_url;
    QProcess m_process;
};

} // namespace thidua::tour
