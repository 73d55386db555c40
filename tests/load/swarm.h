#pragma once

#include "load/book.h"
#include "load/crowd.h"
#include "load/tablet.h"

namespace thidua::load
{

// Many tablets on one thread, and what they were answered.
class Swarm
{
public:
    Swarm(const Town& town, const QList<Enrolled>& people, const Way& way,
          Crowd::Place place = Crowd::Place::Beside);
    ~Swarm();
    Swarm(const Swarm&) = delete;
    Swarm& operator=(const Swarm&) = delete;

    // As on the day they were given out: a few at a time. Ends with every one up to date and disconnected.
    void prepare();
    void enter(int editsEach);
    // All in the same moment.
    struct Times {
        std::vector<double> acknowledged; // seconds, of each tablet
        std::vector<double> upToDate;
    };
    [[nodiscard]] Times connectAll(client::Listening listening);
    // Edits that no answer has come for.
    [[nodiscard]] qint64 pending();
    [[nodiscard]] qint64 refused();

    [[nodiscard]] Crowd& crowd() { return m_crowd; }
    [[nodiscard]] std::vector<std::unique_ptr<Tablet>>& tablets() { return m_tablets; } // of the thread
    // Of the thread, or while nothing goes on there.
    [[nodiscard]] Book& book() { return m_book; }
    [[nodiscard]] bench::Workload& workload() { return m_workload; }

private:
    void prepareNext(Tally& done);
    MemoryFolder m_folder;
    Book m_book;
    bench::Workload m_workload;
    Crowd m_crowd;
    std::vector<std::unique_ptr<Tablet>> m_tablets;
    size_t m_prepared = 0;
};

} // namespace thidua::load
