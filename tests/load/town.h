#pragma once

#include "load/asiotransport.h"

#include "bench/workload.h"
#include "domain/role.h"
#include "server/serverstore.h"
#include "support/programs.h"

namespace thidua::load
{

// A tablet that was given to somebody: what enrolment would have told it.
struct Enrolled {
    DeviceId device;
    UserId user;
    QString name;
    QByteArray token;
    QList<domain::Grant> grants;
    RecordId unit; // whose reports it enters
};

// What a process has used so far.
struct Usage {
    double cpuSeconds = 0;
    double megabytes = 0;
    double peakMegabytes = 0;
};

// A real server process over a database of its own: units in clusters of twelve, people, their tablets.
// People and tablets are written straight into the database, through the server's own tables: passwords are
// slow on purpose. SQLite, or the PostgreSQL of THIDUA_TEST_POSTGRES.
class Town
{
public:
    explicit Town(int units);
    // Before start().
    [[nodiscard]] QList<Enrolled> enrolOfficers(int count); // unit by unit, in turn
    [[nodiscard]] QList<Enrolled> enrolLeads(int count, int cluster);
    [[nodiscard]] Enrolled enrolAdministrator();
    void addReports(int count, int cluster);
    void start();

    [[nodiscard]] Way way() const;
    [[nodiscard]] QString url() const { return m_server.url(); }
    [[nodiscard]] Usage usage() const;
    [[nodiscard]] test::Outcome command(const QStringList& words) const { return m_server.command(words); }
    // Ends the server, and looks at every record, digest and file of it.
    [[nodiscard]] bool isSound();

    [[nodiscard]] const QList<RecordId>& units() const { return m_units; }
    static constexpr int unitsOfCluster = 12;

private:
    [[nodiscard]] server::Database database() const;
    [[nodiscard]] std::unique_ptr<server::ServerStore> open() const;
    [[nodiscard]] QList<Enrolled> enrol(int count, const std::function<Enrolled(int)>& who);
    [[nodiscard]] static RecordId cluster(int number);
    test::ServerProcess m_server;
    SystemClock m_clock;
    SystemRandom m_random;
    QList<RecordId> m_units;
    int m_people = 0;
};

} // namespace thidua::load
