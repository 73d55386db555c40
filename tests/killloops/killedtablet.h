#pragma once

#include "features/servedcity.h"

#include <QSet>

namespace thidua::test
{

// A tablet whose processes are killed, and a book of what they said was saved.
class KilledTablet
{
public:
    // Enrolled, and up to date. url: where it finds the server, if not where the city's own process is.
    KilledTablet(const ServedCity& city, const QString& login, const QString& unit, const QString& url = {});

    // The command lines of its next steps: a save of a new report, one try to synchronise.
    [[nodiscard]] QStringList saving();
    [[nodiscard]] QStringList syncing() const;
    // What a save has printed, if it came to it.
    void heard(const Outcome& save);

    // What is wrong now; empty: its file opens, and of every confirmed save it either waits to be sent or
    // stands on the server, once.
    [[nodiscard]] QStringList faults();
    // Synchronises to the end; empty: besides that nothing waits, nothing was refused, and both sides are
    // equal.
    [[nodiscard]] QStringList faultsAtRest();

    [[nodiscard]] qsizetype confirmed() const { return m_confirmed.size(); }

private:
    [[nodiscard]] QStringList faultsOnServer(const Saved& saved) const;

    const ServedCity& m_city;
    DeviceProcess m_device;
    QString m_id;
    QString m_unit;
    QList<Saved> m_confirmed;
    QSet<qint64> m_arrived; // seqs that were found on the server
    int m_value = 0;
};

} // namespace thidua::test
