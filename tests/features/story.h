#pragma once

#include "services/services.h"
#include "simulation/simdevice.h"
#include "simulation/simserver.h"

#include <memory>
#include <vector>

namespace thidua::features
{

// Somebody in a story, with a tablet of their own. It is offline but for the moments in which they
// synchronise.
class Teller
{
public:
    Teller(int number, int seat, simulation::SimDisk& disk, simulation::Timeline& time, Random& random,
           const simulation::Server& server);

    [[nodiscard]] services::Services& can() { return *m_services; }
    [[nodiscard]] store::LocalStore& store() { return m_device.store(); }
    [[nodiscard]] const simulation::SimPerson& person() const { return m_device.person(); }
    // What the tablet shows of a record; empty if it does not hold it.
    [[nodiscard]] Fields sees(const RecordId& record);
    [[nodiscard]] QString stateOf(const RecordId& record);
    // The record as a form would show it; must be there.
    [[nodiscard]] services::ShownVersion form(QLatin1String kind, const RecordId& record);
    // The conflict that this tablet shows for a group of a record, if it shows one.
    [[nodiscard]] std::optional<store::GroupView> conflict(const RecordId& record, const QString& group);
    [[nodiscard]] qint64 unsent();
    // Refused edits, by their codes.
    [[nodiscard]] QList<ErrorCode> refused();

private:
    friend class Story;
    void open();
    simulation::SimDevice m_device;
    Random& m_random;
    std::unique_ptr<services::Services> m_services;
};

// A story of several people in the city of the simulation: two clusters of two wards, their people, the real
// server, the real services, stores, merge and synchronisation, in one thread. Everybody has synchronised
// when they enter it.
class Story
{
public:
    Story();

    [[nodiscard]] Teller& officer(int ward = 0, int which = 0); // 0 and 1 are of cluster 0
    [[nodiscard]] Teller& head(int ward = 0);
    // A second tablet is another one of the same person.
    [[nodiscard]] Teller& lead(int cluster = 0, int tablet = 0);
    [[nodiscard]] Teller& council(int tablet = 0);

    [[nodiscard]] RecordId ward(int number) const;
    [[nodiscard]] RecordId cluster(int number = 0) const;
    [[nodiscard]] RecordId criterion(int cluster = 0) const; // of base points

    // One after the other, each until everything is sent and fetched.
    void synchronise(const QList<Teller*>& tellers);
    void everybodySynchronises(); // twice, so that each has what the others sent
    void pass(std::chrono::milliseconds time);
    [[nodiscard]] QDate today() const;

    // A record that the council adds to the catalogue; everybody holds it after their next synchronisation.
    RecordId council(QLatin1String kind, const Fields& fields);
    // Whether all tablets that hold the record show the same, with nothing unsent.
    [[nodiscard]] bool allAgreeOn(const RecordId& record);

private:
    [[nodiscard]] Teller& teller(int person, int tablet = 0);
    const simulation::SimCity& m_city = simulation::SimCity::made(); // on a real disk, so before the other
    simulation::Timeline m_time;
    SeededRandom m_random{2025};
    simulation::SimDisk m_disk{m_random};
    simulation::SimServer m_server{m_disk, m_time, m_random, simulation::SimServer::Work::MakesStandings};
    std::vector<std::pair<int, std::unique_ptr<Teller>>> m_tellers; // by seat
};

} // namespace thidua::features
