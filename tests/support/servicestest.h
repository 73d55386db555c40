#pragma once

#include "services/services.h"
#include "support/sampledevice.h"

#include <QTemporaryDir>

namespace thidua::test
{

// The services on a file of their own, and a second connection on it through which decisions of the server
// arrive, as they do from the thread of the synchronisation.
class ServicesFile
{
public:
    explicit ServicesFile(const QList<domain::Grant>& grants = officerOf(unitA))
        : path(dir.filePath(u"device.db"_s))
    {
        server = std::move(*store::LocalStore::open(
            path, domain::Schema::current(), clock, random,
            store::StoreOptions{{}, [this](const QList<RecordId>& records, const QStringList& kinds) {
                                    if (services)
                                        services->changed({QSet<QString>(kinds.begin(), kinds.end()),
                                                           QSet<RecordId>(records.begin(), records.end())});
                                }}));
        const auto enrolled = server->enrol(identity(grants));
        const auto applied = server->applyPage(catalogue(decisions));
        Q_ASSERT(enrolled && applied);
        open();
    }
    // As after the death of the process: nothing of before is left but the file.
    void open()
    {
        services.reset();
        services = std::move(*services::Services::open(path, domain::Schema::current(), clock, random));
    }
    void arrive()
    {
        const auto applied = server->applyPage(decisions.take());
        Q_ASSERT(applied);
    }

    QTemporaryDir dir;
    QString path;
    TestClock clock;
    SeededRandom random{7};
    Decisions decisions;
    std::unique_ptr<services::Services> services;
    std::unique_ptr<store::LocalStore> server;
};

} // namespace thidua::test
