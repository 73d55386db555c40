#include "bench/process.h"

#include "bench/measure.h"
#include "bench/must.h"
#include "client/syncfacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

namespace
{

// The most memory that a process has had. What the system tells when it ends counts the memory of whoever
// started it as well, so it is asked while it runs.
class MemoryWatch
{
public:
    explicit MemoryWatch(pid_t process)
        : m_status(u"/proc/%1/status"_s.arg(process))
        , m_thread([this] { look(); })
    {
    }
    ~MemoryWatch() { (void)end(); }
    [[nodiscard]] double end() // MB
    {
        m_ended = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_most;
    }

private:
    void look()
    {
        while (!m_ended) {
            QFile file(m_status);
            const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            const qsizetype at = text.indexOf("VmHWM:");
            if (at >= 0)
                m_most =
                    std::max(m_most, text.mid(at + 6, 12).trimmed().split(' ').first().toDouble() / 1024);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

    QString m_status;
    std::atomic<bool> m_ended = false;
    double m_most = 0;
    std::thread m_thread;
};

} // namespace

ProcessFigures runMeasured(const QString& program, const QStringList& arguments)
{
    const QByteArray path = QDir(QCoreApplication::applicationDirPath()).filePath(program).toLocal8Bit();
    QByteArrayList words{path};
    for (const QString& argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const Stopwatch watch;
    pid_t process = 0;
    must(posix_spawn(&process, path.constData(), &actions, nullptr, pointers.data(), environ) == 0,
         path.constData());
    MemoryWatch memory(process);
    int status = 0;
    waitpid(process, &status, 0);
    const double seconds = watch.seconds();
    posix_spawn_file_actions_destroy(&actions);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, seconds, memory.end()};
}

qint64 bytesReceivedBy(const QString& folder)
{
    const SystemClock clock;
    SystemRandom random;
    auto store = store::LocalStore::open(QDir(folder).filePath(u"device.db"_s), domain::Schema::current(),
                                         clock, random);
    must(store, "the device's file");
    client::SyncStatus status;
    client::loadFacts(**store, status);
    return status.bytesReceived;
}

} // namespace thidua::bench
