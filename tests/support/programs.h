#pragma once

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

// The programs as people run them: real processes, real files, real HTTP on the loopback.
namespace thidua::test
{

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray messages; // stderr

    [[nodiscard]] bool ok() const { return exitCode == 0; }
    [[nodiscard]] QJsonObject object() const;       // the one object on stdout
    [[nodiscard]] QList<QJsonObject> lines() const; // NDJSON
};

// Where a program of this build lies.
[[nodiscard]] QString programPath(const QString& program);
[[nodiscard]] Outcome runProgram(const QString& program, const QStringList& arguments,
                                 const QByteArray& input = {});

// Its data lie in SQLite, or, if THIDUA_TEST_POSTGRES names a PostgreSQL, in a city of its own there.
class ServerProcess
{
public:
    ServerProcess();
    // One more process over the data of another, which outlives it.
    explicit ServerProcess(const ServerProcess& first);
    ~ServerProcess();
    ServerProcess& operator=(const ServerProcess&) = delete;

    Outcome init(const QStringList& options = {});
    // Starts, or starts again on the same port. False with a message on stderr if it does not listen in time.
    // wrapper: a program and its arguments that runs the server, e.g. strace.
    [[nodiscard]] bool start(const QStringList& wrapper = {});
    // Certificate and key; without them it serves plain HTTP.
    void useTls(const QString& certificate, const QString& key) { m_tls = {certificate, key}; }
    void stop(); // as an administrator would
    void kill(); // as a power cut would
    // Once it has ended by itself, or not at all in a minute.
    [[nodiscard]] bool hasEnded();
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString data() const { return m_data; }
    [[nodiscard]] static QString postgres() { return qEnvironmentVariable("THIDUA_TEST_POSTGRES"); }
    [[nodiscard]] const QString& city() const { return m_city; }
    // As somebody at the database would.
    Outcome askPostgres(const QString& sql) const;
    Outcome command(const QStringList& arguments, const QByteArray& input = {}) const;
    Outcome addUser(const QString& login, const QString& name, const QStringList& grants) const;
    static QByteArray password() { return "mat-khau-thu-nghiem-1"; }

private:
    QTemporaryDir m_dir;
    QString m_data;
    QString m_city;     // in PostgreSQL; empty if it is not ours to make
    QString m_postgres; // its connections are named like the city, so that a test can tell them from others
    QProcess m_process;
    QString m_url;
    QStringList m_tls;
};

class DeviceProcess
{
public:
    DeviceProcess() = default;

    Outcome enrol(const QString& server, const QString& login,
                  const QByteArray& password = ServerProcess::password());
    Outcome enrolWithCode(const QString& server, const QString& code);
    // fields: NAME=JSON
    Outcome save(const QString& kind, const QStringList& fields, const QString& id = {}) const;
    Outcome sync() const;
    [[nodiscard]] QJsonObject record(const QString& kind, const QString& id) const;
    Outcome command(const QString& name, const QStringList& arguments = {},
                    const QByteArray& input = {}) const;
    // The words of that command line, for who runs it in a way of their own.
    [[nodiscard]] QStringList words(const QString& name, const QStringList& arguments = {}) const;
    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("device")); }
    // The environment of its processes, e.g. a wrong clock through libfaketime.
    QStringList wrapper;

private:
    QTemporaryDir m_dir;
};

} // namespace thidua::test
