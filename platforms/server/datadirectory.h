#pragma once

#include "base/random.h"
#include "server/writer.h"

#include <QString>

namespace thidua
{

// The folder of one server: its database, and the lock of the process that serves from it.
class DataDirectory
{
public:
    explicit DataDirectory(QString path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString database() const;
    [[nodiscard]] QString files() const; // the folder of their contents
    // Makes the folder, readable for its owner alone.
    [[nodiscard]] Result<void> make() const;

    // A write connection with the writer around it, for commands. The server may be serving meanwhile.
    [[nodiscard]] Result<std::unique_ptr<server::ServerStore>> open(const domain::Schema& schema) const;

    // Held while serving or restoring; given back by the system when the process ends, however it ends.
    class Lock
    {
    public:
        Lock(Lock&& other) noexcept;
        Lock& operator=(Lock&&) = delete;
        ~Lock();

    private:
        friend class DataDirectory;
        explicit Lock(int file);
        int m_file;
    };
    // Busy if another process holds it.
    [[nodiscard]] Result<Lock> lock() const;

private:
    QString m_path;
};

} // namespace thidua
