#include "fuzz/harness.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <cstdint>
#include <cstring>

// One target under libFuzzer. With --seeds FOLDER it only writes its seeds there, for the first run.
using namespace thidua;

static const fuzz::Target& target()
{
    static const fuzz::Target found = [] {
        for (const fuzz::Target& one : fuzz::targets()) {
            if (std::strcmp(one.name, THIDUA_FUZZ_TARGET) == 0)
                return one;
        }
        std::abort();
    }();
    return found;
}

static int writeSeeds(const QString& folder)
{
    const QDir dir(folder);
    int number = 0;
    for (const QByteArray& seed : target().seeds()) {
        QFile file(dir.filePath(QString::number(++number)));
        if (!dir.mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            return 1;
    }
    return 0;
}

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments)
{
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    if (*count == 3 && std::strcmp((*arguments)[1], "--seeds") == 0)
        std::exit(writeSeeds(QString::fromUtf8((*arguments)[2])));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // A copy of exactly this size, so that AddressSanitizer sees a read of one byte more.
    target().run(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
