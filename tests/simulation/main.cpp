// thidua-simulation: schedules of people and troubles, each from a seed. Prints the seeds that fail.
#include "simulation/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashFunctions>
#include <QLoggingCategory>

#include <malloc.h>
#include <sqlite3.h>

#include <cstdio>
#include <ctime>
#include <vector>

using namespace thidua::simulation;
using namespace Qt::StringLiterals;

namespace
{

// There is one thread, and nothing asks SQLite for its statistics. Memory that was used once is kept: a run
// gives back and takes again the same few megabytes.
void settle()
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    constexpr int pageBytes = 4'096 + 256; // and what SQLite writes beside it
    constexpr int pages = 4'000;
    static std::vector<char> memory(size_t(pageBytes) * pages);
    sqlite3_config(SQLITE_CONFIG_PAGECACHE, memory.data(), pageBytes, pages);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
}

struct Sum {
    qint64 schedules = 0;
    qint64 failed = 0;
    qint64 edits = 0;
    qint64 deaths = 0;
    qint64 conflicts = 0;
    qint64 requests = 0;
    qint64 hints = 0;
    qint64 standings = 0;
    qint64 twice = 0; // played a second time, to the same trace
};

void print(const Outcome& outcome)
{
    std::printf("seed %llu failed; again: thidua-simulation --tell --seed %llu\n",
                static_cast<unsigned long long>(outcome.seed), static_cast<unsigned long long>(outcome.seed));
    for (const QString& failure : outcome.failures.mid(0, 5))
        std::printf("  %s\n", qPrintable(failure));
    std::fflush(stdout);
}

void add(Sum& sum, const Outcome& outcome)
{
    ++sum.schedules;
    sum.failed += outcome.failures.isEmpty() ? 0 : 1;
    sum.edits += outcome.edits;
    sum.deaths += outcome.deaths;
    sum.conflicts += outcome.conflicts;
    sum.requests += outcome.requests;
    sum.hints += outcome.hints;
    sum.standings += outcome.standings;
    if (!outcome.failures.isEmpty())
        print(outcome);
}

} // namespace

int main(int argc, char** argv)
{
    settle();
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"thidua.*=false"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"seed"_s, u"The first seed; only this one with --tell."_s, u"n"_s, u"1"_s},
                       {u"count"_s, u"How many schedules."_s, u"n"_s, u"200"_s},
                       {u"seconds"_s, u"Goes on for so long instead."_s, u"n"_s},
                       {u"tell"_s, u"Prints what happens."_s}});
    parser.process(application);
    quint64 seed = parser.value(u"seed"_s).toULongLong();
    const bool tell = parser.isSet(u"tell"_s);
    const qint64 count = tell ? 1 : parser.value(u"count"_s).toLongLong();
    const qint64 limit = parser.value(u"seconds"_s).toLongLong() * 1000;
    Sum sum;
    QElapsedTimer watch;
    watch.start();
    while (limit > 0 ? watch.elapsed() < limit : sum.schedules < count) {
        Outcome outcome = run(seed, tell);
        if (seed % 100 == 0) {
            ++sum.twice;
            if (run(seed).trace != outcome.trace)
                outcome.failures.append(u"the same seed was played twice and did not run alike"_s);
        }
        add(sum, outcome);
        ++seed;
    }
    const double seconds = double(watch.elapsed()) / 1000;
    const double ofOneCore = double(std::clock()) / CLOCKS_PER_SEC;
    std::printf("%lld schedules in %.1f s (%.1f a second of one core), %lld played twice, %lld failed\n",
                static_cast<long long>(sum.schedules), seconds, double(sum.schedules) / ofOneCore,
                static_cast<long long>(sum.twice), static_cast<long long>(sum.failed));
    std::printf(
        "%lld edits, %lld requests, %lld hints, %lld deaths; at the end %lld conflicts, %lld standings\n",
        static_cast<long long>(sum.edits), static_cast<long long>(sum.requests),
        static_cast<long long>(sum.hints), static_cast<long long>(sum.deaths),
        static_cast<long long>(sum.conflicts), static_cast<long long>(sum.standings));
    return sum.failed == 0 ? 0 : 1;
}
