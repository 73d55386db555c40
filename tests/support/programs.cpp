#include "support/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

#include <csignal>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms; a limit, not a wait

QJsonObject Outcome::object() const
{
    return QJsonDocument::fromJson(output).object();
}

QList<QJsonObject> Outcome::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.trimmed().isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QString programPath(const QString& program)
{
    return QDir(QStringLiteral(THIDUA_PROGRAMS)).filePath(program);
}

Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program.contains(u'/') ? program : programPath(program), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(patience);
    if (!ended)
        process.kill();
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

ServerProcess::ServerProcess()
    : m_data(m_dir.filePath(u"server"_s))
    , m_city(postgres().isEmpty() ? QString() : u"test_"_s + QUuid::createUuid().toString(QUuid::Id128))
    , m_postgres(postgres() + u"&application_name="_s + m_city)
{
}

ServerProcess::ServerProcess(const ServerProcess& first)
    : m_data(first.m_data)
{
}

ServerProcess::~ServerProcess()
{
    kill();
    if (m_city.isEmpty())
        return;
    // What restoring has put aside as well.
    const QString drop = u"DO $$ DECLARE city name; BEGIN FOR city IN SELECT nspname FROM pg_namespace "
                         "WHERE nspname LIKE '%1%' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', city); "
                         "END LOOP; END $$"_s;
    askPostgres(drop.arg(m_city));
}

Outcome ServerProcess::askPostgres(const QString& sql) const
{
    return runProgram(u"/usr/bin/psql"_s,
                      {postgres(), u"--no-psqlrc"_s, u"--quiet"_s, u"--tuples-only"_s, u"--command"_s,
                       u"SET search_path = "_s + m_city, u"--command"_s, sql});
}

Outcome ServerProcess::init(const QStringList& options)
{
    QStringList words = QStringList{u"init"_s} + options;
    if (!m_city.isEmpty())
        words += {u"--postgres"_s, m_postgres, u"--city"_s, m_city};
    return command(words);
}

Outcome ServerProcess::command(const QStringList& arguments, const QByteArray& input) const
{
    // The data directory follows the last word of the command: "user add --data DIR LOGIN …".
    static const QStringList twoWords{u"unit"_s, u"user"_s, u"device"_s};
    QStringList all = arguments;
    all.insert(twoWords.contains(arguments.value(0)) ? 2 : 1, u"--data"_s);
    all.insert(all.indexOf(u"--data"_s) + 1, data());
    return runProgram(u"thidua-server"_s, all, input);
}

bool ServerProcess::start(const QStringList& wrapper)
{
    const QString listen = m_url.isEmpty() ? u"127.0.0.1:0"_s : QUrl(m_url).authority();
    const QStringList edge = m_tls.isEmpty()
                                 ? QStringList{u"--plain-loopback"_s}
                                 : QStringList{u"--tls-cert"_s, m_tls[0], u"--tls-key"_s, m_tls[1]};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QStringList words =
        wrapper +
        QStringList{programPath(u"thidua-server"_s), u"serve"_s, u"--data"_s, data(), u"--listen"_s, listen} +
        edge;
    m_process.start(words.first(), words.mid(1));
    QElapsedTimer timer;
    timer.start();
    while (!m_process.canReadLine() && timer.elapsed() < patience) {
        if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning)
            return false;
    }
    m_url = QJsonDocument::fromJson(m_process.readLine()).object().value("listening"_L1).toString();
    return !m_url.isEmpty();
}

void ServerProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(patience);
}

void ServerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool ServerProcess::hasEnded()
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patience);
}

Outcome ServerProcess::addUser(const QString& login, const QString& name, const QStringList& grants) const
{
    QStringList arguments{u"user"_s, u"add"_s, login, u"--name"_s, name};
    for (const QString& grant : grants)
        arguments += {u"--grant"_s, grant};
    return command(arguments + QStringList{u"--password-stdin"_s}, password() + '\n');
}

Outcome DeviceProcess::command(const QString& name, const QStringList& arguments,
                               const QByteArray& input) const
{
    QStringList all = words(name, arguments);
    if (wrapper.isEmpty())
        return runProgram(u"thidua-device"_s, all, input);
    all.prepend(programPath(u"thidua-device"_s));
    return runProgram(wrapper.first(), wrapper.mid(1) + all, input);
}

QStringList DeviceProcess::words(const QString& name, const QStringList& arguments) const
{
    return QStringList{name, u"--data"_s, data()} + arguments;
}

Outcome DeviceProcess::enrol(const QString& server, const QString& login, const QByteArray& password)
{
    return command(
        u"enrol"_s,
        {u"--server"_s, server, u"--login"_s, login, u"--password-stdin"_s, u"--name"_s, u"Máy thử"_s},
        password + '\n');
}

Outcome DeviceProcess::enrolWithCode(const QString& server, const QString& code)
{
    return command(u"enrol"_s, {u"--server"_s, server, u"--code"_s, code, u"--name"_s, u"Máy thử"_s});
}

Outcome DeviceProcess::save(const QString& kind, const QStringList& fields, const QString& id) const
{
    QStringList arguments{kind};
    if (!id.isEmpty())
        arguments += {u"--id"_s, id};
    return command(u"save"_s, arguments + fields);
}

Outcome DeviceProcess::sync() const
{
    return command(u"sync"_s, {u"--timeout"_s, u"30"_s});
}

QJsonObject DeviceProcess::record(const QString& kind, const QString& id) const
{
    const auto shown = command(u"show"_s, {kind, u"--id"_s, id}).lines();
    return shown.isEmpty() ? QJsonObject() : shown.first();
}

} // namespace thidua::test
