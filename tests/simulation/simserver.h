#pragma once

#include "client/transport.h"
#include "server/servercore.h"
#include "server/standings/standings.h"
#include "simulation/simcity.h"
#include "simulation/simdisk.h"
#include "simulation/simnetwork.h"
#include "simulation/timeline.h"
#include "support/fakefiles.h"

#include <QMap>

#include <optional>
#include <vector>

namespace thidua::simulation
{

// The real server but for HTTP and threads: what goes in at the router comes out at once, and streams of
// hints say what its hub says. It can die in the midst of any access to its disk, and be restored from an
// older copy.
class SimServer
{
public:
    enum class Work { EditsOnly, MakesStandings };
    SimServer(SimDisk& disk, Timeline& time, Random& random, Work work);

    // Nothing: the connection broke, because the server is down or went down.
    [[nodiscard]] std::optional<client::HttpReply> handle(const client::HttpRequest& request);
    [[nodiscard]] std::optional<client::HttpReply> follow(const client::HttpRequest& request,
                                                          const std::weak_ptr<HintStream>& stream);
    [[nodiscard]] bool up() const { return m_core != nullptr; }
    void stop();
    [[nodiscard]] bool start(SimDisk::Loss loss); // false: it died on the way
    // To be asked after everything that may have touched the disk; the server is down when it says yes.
    [[nodiscard]] bool died();

    [[nodiscard]] SimDisk::Folder backup() const { return m_disk.copy(m_machine); }
    void restore(const SimDisk::Folder& folder);
    [[nodiscard]] int restores() const { return m_restores; }
    // A connection beside the server's own, as the administrator's program has one.
    [[nodiscard]] std::unique_ptr<server::ServerStore> open() const;
    [[nodiscard]] bool makesStandings() const { return m_work == Work::MakesStandings; }
    [[nodiscard]] qint64 hints() const { return m_hints; } // that were said
    [[nodiscard]] const QString& machine() const { return m_machine; }
    // Device -> the highest mark that it was told, in this epoch.
    [[nodiscard]] const QMap<QByteArray, qint64>& toldMarks() const { return m_toldMarks; }
    int pageRows = 0; // 0: as many as fit

private:
    // A stream as the server sees it: it learns that nobody is there when it has something to say.
    struct Line {
        std::weak_ptr<HintStream> stream;
        std::shared_ptr<server::EventHub::Follower> follower;
    };
    using LinePointer = std::shared_ptr<Line>;
    [[nodiscard]] std::optional<server::Response> respond(const client::HttpRequest& request);
    void openLine(const QStringList& channels, const std::weak_ptr<HintStream>& stream);
    void say(const LinePointer& line, const QByteArray& bytes);
    void beat(const LinePointer& line);
    void hangUp();
    void tick(quint64 life);
    [[nodiscard]] QByteArray withLimit(const client::HttpRequest& request) const;
    void remember(const client::HttpRequest& request, const server::Response& response);

    SimDisk& m_disk;
    Timeline& m_time;
    Random& m_random;
    SimClock m_clock;
    QString m_machine;
    Work m_work;
    server::InlineExecutor m_executor;
    test::FakeFiles m_files; // no photographs are taken here
    std::unique_ptr<server::Standings> m_standings;
    std::unique_ptr<server::ServerCore> m_core;
    std::vector<LinePointer> m_lines;
    quint64 m_life = 0;
    qint64 m_hints = 0;
    QMap<QByteArray, qint64> m_toldMarks; // by token
    int m_restores = 0;
};

} // namespace thidua::simulation
