#pragma once

#include "support/programs.h"

#include <memory>
#include <vector>

// Processes that end before their time.
namespace thidua::test
{

// Kills in each loop: so many in ./dev test; THIDUA_KILLS says how many in ./dev soak.
[[nodiscard]] int kills(int usual);
// Where the chance of the loops begins; THIDUA_SEED, said in the output.
[[nodiscard]] quint64 killSeed();

struct Fate {
    bool killed = false; // false: it came to its end before
    Outcome outcome;
};

// words: a program and its arguments.
[[nodiscard]] Fate runAndKillAfter(const QStringList& words, int milliseconds);
[[nodiscard]] Fate runAndKillAtSync(const QStringList& words, int n);
// What runs a program so that one of its threads is killed at its n-th fsync or fdatasync, and the program
// with it, before it has happened. The program does not outlive the one that it is run by.
[[nodiscard]] QStringList killerAtSync(int n);
// A limit: no program here syncs so often before it ends.
inline constexpr int mostSyncs = 60;

// Several processes at the same time.
class Crowd
{
public:
    void start(const QStringList& words);
    // Returns after so long, or when the first of them has ended.
    void runFor(int milliseconds);
    // Waits for all, in the order in which they were started.
    [[nodiscard]] QList<Outcome> end();

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

} // namespace thidua::test
