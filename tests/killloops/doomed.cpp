#include "killloops/doomed.h"

#include <QStandardPaths>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static constexpr int patience = 60'000; // ms; a limit, not a wait

int kills(int usual)
{
    const int wanted = qEnvironmentVariableIntValue("THIDUA_KILLS");
    return wanted > 0 ? wanted : usual;
}

quint64 killSeed()
{
    const quint64 seed = qEnvironmentVariable("THIDUA_SEED").toULongLong();
    return seed > 0 ? seed : 11;
}

static Fate fateOf(QProcess& process)
{
    if (!process.waitForFinished(patience) && process.state() != QProcess::NotRunning)
        qFatal("a program does not end");
    return {process.exitStatus() == QProcess::CrashExit,
            {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()}};
}

Fate runAndKillAfter(const QStringList& words, int milliseconds)
{
    QProcess process;
    process.start(words.first(), words.mid(1));
    process.waitForStarted(patience);
    process.waitForFinished(milliseconds);
    process.kill();
    return fateOf(process);
}

Fate runAndKillAtSync(const QStringList& words, int n)
{
    const QStringList all = killerAtSync(n) + words;
    QProcess process;
    process.start(all.first(), all.mid(1));
    return fateOf(process);
}

QStringList killerAtSync(int n)
{
    const QString syncs = u"fsync,fdatasync"_s;
    return {QStandardPaths::findExecutable(u"strace"_s),
            u"-f"_s,
            u"-qqq"_s,
            u"-I"_s,
            u"waiting"_s,
            u"-o"_s,
            u"/dev/null"_s,
            u"-e"_s,
            u"trace="_s + syncs,
            u"-e"_s,
            u"inject="_s + syncs + u":signal=SIGKILL:when="_s + QString::number(n),
            u"setpriv"_s,
            u"--pdeathsig"_s,
            u"KILL"_s};
}

void Crowd::start(const QStringList& words)
{
    m_processes.push_back(std::make_unique<QProcess>());
    m_processes.back()->start(words.first(), words.mid(1));
}

void Crowd::runFor(int milliseconds)
{
    m_processes.front()->waitForFinished(milliseconds);
}

QList<Outcome> Crowd::end()
{
    QList<Outcome> outcomes;
    for (const auto& process : m_processes)
        outcomes.append(fateOf(*process).outcome);
    m_processes.clear();
    return outcomes;
}

} // namespace thidua::test
