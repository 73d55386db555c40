#pragma once

#include <QString>

namespace thidua::test
{

// A disk of a few MiB over a folder. It is seen by this process and those it starts, and goes with them.
class SmallDisk
{
public:
    // Before the first thread begins, i.e. from initMain(): later a process can no longer get mounts of its
    // own.
    static void takeMountsOfOurOwn();
    // Why there can be no such disk here; empty if there can.
    [[nodiscard]] static QString missing();

    // Makes the folder if there is none.
    SmallDisk(const QString& folder, int mebibytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    // To the last byte, or but for some.
    void fill(qint64 butFor = 0);
    void makeRoom();

private:
    [[nodiscard]] QString ballast() const;
    QString m_folder;
};

} // namespace thidua::test
