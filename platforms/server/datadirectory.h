#pragma once

#include "base/random.h"
#include "server/writer.h"

#include <QString>

namespace thidua
{

// The folder of one server: its database or where that is, the contents of files, and the lock of the process
// that serves from it.
class DataDirectory
{
public:
    explicit DataDirectory(QString path);

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString file() const;  // of SQLite's database
    [[nodiscard]] QString files() const; // the folder of their contents
    // PostgreSQL if that was kept here, else the file.
    [[nodiscard]] Result<server::Database> database() const;
    // From now on. Readable for its owner alone, since the address may hold a password.
    [[nodiscard]] Result<void> keep(const server::postgres::Address& address) const;
    // Makes the folder, readable for its owner alone.
    [[nodiscard]] Result<void> make() const;

    // A write connection with the writer around it, for commands. The server may be serving meanwhile.
    [[nodiscard]] Result<std::unique_ptr<server::ServerStore>> open(const domain::Schema& schema) const;

    // Held while serving or restoring; given back by the system when the process ends, however it ends.
    class Lock
    {
    public:
        [[nodiscard]] bool isAlone() const { return m_isAlone; }
        void share(); // lets others serve as well
        Lock(Lock&& other) noexcept;
        Lock& operator=(Lock&&) = delete;
        ~Lock();

    private:
        friend class DataDirectory;
        explicit Lock(int file);
        int m_file;
        bool m_isAlone = true;
    };
    // Busy if another process holds it.
    [[nodiscard]] Result<Lock> lock() const;
    // Beside others that serve from the same PostgreSQL; alone if there are none. Waits for whoever is just
    // starting, or restoring.
    [[nodiscard]] Result<Lock> lockBesideOthers() const;

private:
    [[nodiscard]] Result<Lock> openLock() const;
    [[nodiscard]] QString configuration() const;
    QString m_path;
};

} // namespace thidua
