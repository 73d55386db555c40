#pragma once

#include "app/device.h"
#include "store/localstore.h"

#include <atomic>
#include <functional>

namespace thidua::tour
{

// A clock that is wrong by so much, as tablets' clocks are.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(qint64 milliseconds)
        : m_wrongBy(milliseconds)
    {
    }
    [[nodiscard]] Instant now() const override { return m_system.now() + m_wrongBy; }
    void letPass(std::chrono::milliseconds time) { m_wrongBy += time.count(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    std::atomic<qint64> m_wrongBy; // read on the threads of the file and of the synchronisation
};

struct Owner {
    QString login;
    QString deviceName;
    QSize size;
    qint64 clockWrongBy = 0; // ms
};

// What a person types into the form of a report; null: not touched.
struct Typed {
    QString value;
    QString score;
    QString note;
};

// One person's device: the app with its screens, its own file and its own synchronisation.
class Tablet
{
public:
    Tablet(const QString& directory, Owner owner, const QString& server, const QString& password);

    [[nodiscard]] bool signIn();
    // Once up to date with the server; false if it does not get there.
    [[nodiscard]] bool sync();
    [[nodiscard]] bool waitUntilOffline();
    // Opens the form, types, saves; true once the app says that it is saved.
    [[nodiscard]] bool enter(const RecordId& report, const Typed& typed);

    // On the device's own clock.
    void letPass(std::chrono::milliseconds time) { m_clock.letPass(time); }

    // A second look at the file, independent of the app.
    [[nodiscard]] store::LocalStore& file();
    [[nodiscard]] Fields values(const RecordId& record);
    [[nodiscard]] std::optional<store::GroupView> group(const RecordId& record, const QString& name);
    [[nodiscard]] app::Device& device() { return *m_device; }
    [[nodiscard]] const Owner& owner() const { return m_owner; }

private:
    Owner m_owner;
    QString m_directory;
    WrongClock m_clock;
    SystemRandom m_random;
    client::SyncStatus m_status;
    quint64 m_completions = 0;
    std::unique_ptr<app::Device> m_device;
    std::unique_ptr<store::LocalStore> m_file;
};

// Lets the event loop run until it is so; false after half a minute.
[[nodiscard]] bool eventually(const std::function<bool()>& holds);

} // namespace thidua::tour
