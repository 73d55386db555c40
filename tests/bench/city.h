#pragma once

#include "bench/workload.h"
#include "support/programs.h"

namespace thidua::bench
{

// A server process of its own on the loopback, with the twelve units of one cluster, their reports, and as
// many leads of that cluster as there are tablets.
class City
{
public:
    City();
    // Before start(): records are written straight into the database, as an import would.
    void load(const QList<WardRow>& rows);
    void addLeads(int count);
    void start();
    [[nodiscard]] QString url() const { return m_server.url(); }
    [[nodiscard]] static QString lead(int number);

private:
    test::ServerProcess m_server;
};

} // namespace thidua::bench
