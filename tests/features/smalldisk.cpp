#include "features/smalldisk.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace thidua::test
{

using namespace Qt::StringLiterals;

static QString& whyMissing()
{
    static QString reason = u"SmallDisk::takeMountsOfOurOwn() was not called"_s;
    return reason;
}

static bool write(const char* path, const QByteArray& text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QFile::WriteOnly | QFile::Unbuffered) && file.write(text) == text.size();
}

// Root of a namespace of one's own may mount there; no other right comes with it.
static bool becomeRootInOwnNamespace()
{
    const QByteArray user = QByteArray::number(getuid());
    const QByteArray group = QByteArray::number(getgid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write("/proc/self/setgroups", "deny") &&
           write("/proc/self/uid_map", "0 " + user + " 1") &&
           write("/proc/self/gid_map", "0 " + group + " 1");
}

void SmallDisk::takeMountsOfOurOwn()
{
    const bool own = unshare(CLONE_NEWNS) == 0 || becomeRootInOwnNamespace();
    const bool apart = own && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    whyMissing() =
        apart ? QString() : u"no mounts of one's own here: "_s + QString::fromLocal8Bit(strerror(errno));
}

QString SmallDisk::missing()
{
    return whyMissing();
}

SmallDisk::SmallDisk(const QString& folder, int mebibytes)
    : m_folder(folder)
{
    const QByteArray size = "size=" + QByteArray::number(mebibytes) + "m";
    if (!QDir().mkpath(folder) ||
        mount("tmpfs", QFile::encodeName(folder), "tmpfs", 0, size.constData()) != 0)
        qFatal("no small disk: %s", strerror(errno));
}

SmallDisk::~SmallDisk()
{
    umount2(QFile::encodeName(m_folder), MNT_DETACH);
}

QString SmallDisk::ballast() const
{
    return QDir(m_folder).filePath(u"ballast"_s);
}

void SmallDisk::fill(qint64 butFor)
{
    QFile file(ballast());
    if (!file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered))
        qFatal("the disk cannot be filled: %s", qPrintable(file.errorString()));
    const QByteArray page(4096, 'x');
    while (file.write(page) == page.size()) {
    }
    file.resize(file.size() - butFor);
}

void SmallDisk::makeRoom()
{
    QFile::remove(ballast());
}

} // namespace thidua::test
