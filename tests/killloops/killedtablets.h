#pragma once

#include "killloops/doomed.h"
#include "killloops/killedtablet.h"

#include <memory>
#include <vector>

namespace thidua::test
{

// Several of them at one city: they save and synchronise at the same time.
class KilledTablets
{
public:
    explicit KilledTablets(const ServedCity& city)
        : m_city(city)
    {
    }

    // url: where it finds the server, if not where the city's own process is.
    void add(const QString& login, const QString& unit, const QString& url = {});
    void save(int times); // each of them
    void startToSync(Crowd& crowd) const;

    [[nodiscard]] bool synchronise() const; // whether all of them did

    [[nodiscard]] QStringList faults();
    // After two rounds: the last push of the first is news for the others.
    [[nodiscard]] QStringList faultsAtRest();
    [[nodiscard]] qsizetype confirmed() const;

private:
    const ServedCity& m_city;
    std::vector<std::unique_ptr<KilledTablet>> m_tablets;
};

} // namespace thidua::test
