#pragma once

#include "client/fileapi.h"
#include "client/tuning.h"

namespace thidua::client
{

// Sends the files that wait, one after the other and piece by piece, each from where the server says that it
// has it. It belongs behind a finished cycle of entries and gives way to the next one: files never hold up
// data.
class Uploader
{
public:
    // progressed: the store says more about what is left.
    Uploader(store::LocalStore& store, FileApi& api, TrafficListener traffic,
             std::function<void()> progressed);

    // Ends without an error when nothing is left that can be sent now, or after giveWay().
    void run(std::function<void(StepResult)> done);
    // The piece that is on its way is the last one of this run.
    void giveWay() { m_givingWay = true; }
    // Not so: it goes on after all.
    void goOn() { m_givingWay = false; }
    [[nodiscard]] bool running() const { return bool(m_done); }

private:
    void next();
    void begin();
    void begun(const FileAnswer& answer);
    void send();
    void sent(qint64 end, const FileAnswer& answer);
    void goOnAt(qint64 offset);
    void recover(const FileAnswer& answer);
    void settle(ErrorCode code);
    void adapt(std::chrono::milliseconds took);
    void finish(const Error& error, const protocol::Problem& problem = {});

    store::LocalStore& m_store;
    FileApi& m_api;
    TrafficListener m_traffic;
    std::function<void()> m_progressed;
    std::function<void(StepResult)> m_done;
    QList<store::KeptFile> m_files; // still to be sent in this run
    QByteArray m_location;
    qint64 m_offset = 0;
    qint64 m_pieceBytes = tuning::firstFilePiece;
    int m_recoveries = 0; // of this file
    bool m_givingWay = false;
};

} // namespace thidua::client
