#include "bench/process.h"

#include "bench/measure.h"
#include "bench/must.h"
#include "client/syncfacts.h"

#include <QCoreApplication>
#include <QDir>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace thidua::bench
{

using namespace Qt::StringLiterals;

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
    int status = 0;
    rusage usage{};
    wait4(process, &status, 0, &usage);
    const double seconds = watch.seconds();
    posix_spawn_file_actions_destroy(&actions);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, seconds, double(usage.ru_maxrss) / 1024};
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
