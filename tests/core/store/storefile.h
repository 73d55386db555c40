#pragma once

#include "support/sampledevice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace thidua::test
{

// A device's file in a folder of its own, opened and closed at will.
class StoreFile
{
public:
    explicit StoreFile(const QString& vfs = {})
        : m_vfs(vfs)
    {
    }
    [[nodiscard]] Result<std::unique_ptr<store::LocalStore>> tryOpen()
    {
        store::StoreOptions options;
        options.sql.vfs = m_vfs;
        random.emplace(11); // the same ids again
        return store::LocalStore::open(path(), domain::Schema::current(), clock, *random, options);
    }
    [[nodiscard]] std::unique_ptr<store::LocalStore> open()
    {
        auto opened = tryOpen();
        return opened ? std::move(*opened) : nullptr;
    }
    // Open, and belonging to an officer of unit A.
    [[nodiscard]] std::unique_ptr<store::LocalStore> openEnrolled()
    {
        auto opened = open();
        const bool enrolled = opened && opened->enrol(identity(officerOf(unitA)));
        return enrolled ? std::move(opened) : nullptr;
    }
    void remove() const
    {
        for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path() + suffix);
    }
    [[nodiscard]] QString path() const { return m_dir.filePath(u"device.db"_s); }

    TestClock clock;
    std::optional<SeededRandom> random;

private:
    QTemporaryDir m_dir;
    QString m_vfs;
};

inline Fields result(qint64 value)
{
    return {{name::value, value}, {name::measure, u"%"_s}};
}

inline Fields newReport(qint64 value)
{
    return reportFields(unitA, quantity, value, Value());
}

// Everything that a file holds, row by row; and "ok" if SQLite finds it sound.
[[nodiscard]] QStringList contentOf(const QString& path);
[[nodiscard]] QString integrityOf(const QString& path);

} // namespace thidua::test
