#include "server/servercore.h"

#include <QFileInfo>

namespace thidua::server
{

ServerCore::ServerCore(Stores stores, FileStore files, const Clock& clock, Random& random,
                       const ServerExecutors& executors, CommitListener* listener)
    : m_traffic(clock)
    , m_admission(clock)
    , m_deviceRates(clock, executors.rates.device)
    , m_addressRates(clock, executors.rates.address)
    , m_files(std::move(files))
    , m_executors(executors)
    , m_writer(std::move(stores.writing), clock, m_metrics)
    , m_reads(executors.read, std::move(stores.readers))
    , m_writes(executors.write, m_writer)
    , m_accounts(executors.accounts, std::move(stores.accounts), clock, m_metrics)
    , m_service{m_writer.store().schema(),
                clock,
                random,
                m_reads,
                m_writes,
                m_accounts,
                m_admission,
                m_metrics,
                m_traffic,
                m_deviceRates,
                m_addressRates,
                m_files,
                executors.disk}
    , m_router(m_service)
{
    m_writer.setListener(listener);
    m_writer.setChannelsChanged([this](const QMap<QString, qint64>& channels) { m_hub.publish(channels); });
    m_writer.noticeOthers();
}

Result<std::unique_ptr<ServerCore>> ServerCore::open(const ServerPlace& place, const domain::Schema& schema,
                                                     const Clock& clock, Random& random,
                                                     const ServerExecutors& executors,
                                                     CommitListener* listener)
{
    Stores stores;
    const auto openTo = [&](std::unique_ptr<ServerStore>& opened) -> Result<void> {
        auto store = ServerStore::open(place.database, schema);
        if (!store)
            return store.error();
        opened = std::move(*store);
        return {};
    };
    stores.readers.resize(size_t(executors.read.workers()));
    for (auto& reader : stores.readers) {
        if (auto opened = openTo(reader); !opened)
            return opened.error();
    }
    if (auto opened = openTo(stores.writing); !opened)
        return opened.error();
    if (auto opened = openTo(stores.accounts); !opened)
        return opened.error();
    const QString beside = QFileInfo(place.database.file()).path();
    FileStore files(executors.files, place.folder.isEmpty() ? beside : place.folder);
    if (auto prepared = files.prepare(); !prepared)
        return prepared.error();
    std::unique_ptr<ServerCore> core(
        new ServerCore(std::move(stores), std::move(files), clock, random, executors, listener));
    auto swept = place.alone ? core->sweepFiles() : Result<void>();
    if (!swept)
        return swept.error();
    return core;
}

Result<void> ServerCore::sweepFiles()
{
    auto known = m_writer.store().files.uploads();
    if (!known)
        return known.error();
    m_files.dropAllBut(*known);
    return {};
}

void ServerCore::noticeOthers()
{
    if (m_noticing.exchange(true))
        return;
    m_executors.write.post([this](int) {
        m_noticing = false; // what comes from here on wants another look
        m_writer.noticeOthers();
        m_writer.settle();
    });
}

} // namespace thidua::server
