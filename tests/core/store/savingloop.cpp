#include "core/store/storefile.h"

#include <cstdio>

using namespace thidua;
using namespace thidua::test;

// Saves without end into the file that it is given and prints "seq value" after every save that returned.
// Made to be killed. Every third save changes an older record; every seventh is two saves together.
int main(int, char* argv[])
{
    const SystemClock clock;
    SystemRandom random;
    auto opened =
        store::LocalStore::open(QString::fromUtf8(argv[1]), domain::Schema::current(), clock, random);
    if (!opened || !(*opened)->enrol(identity(officerOf(unitA))))
        return 1;
    store::LocalStore& store = **opened;
    RecordId last;
    for (qint64 value = 1;; ++value) {
        QList<store::SaveRequest> requests{{kind::report, {}, 0, newReport(value), {}}};
        if (value % 3 == 0 && !last.isNull())
            requests = {{kind::report, last, 0, result(value), {}}};
        if (value % 7 == 0)
            requests.append({kind::report, {}, 0, newReport(value), {}});
        const auto saved = store.saveTogether(requests);
        if (!saved)
            return 2;
        for (const store::Saved& one : *saved)
            std::printf("%lld %lld\n", one.seq, value);
        std::fflush(stdout);
        last = saved->first().record;
    }
}
