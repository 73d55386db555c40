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

Result<std::unique_ptr<ServerCore>> ServerCore::open(const QString& path, const domain::Schema& schema,
                                                     const Clock& clock, Random& random,
                                                     const ServerExecutors& executors,
                                                     CommitListener* listener)
{
    Stores stores;
    const auto openTo = [&](std::unique_ptr<ServerStore>& place) -> Result<void> {
        auto store = ServerStore::open(path, schema);
        if (!store)
            return store.error();
        place = std::move(*store);
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
    FileStore files(executors.files, QFileInfo(path).path());
    if (auto prepared = files.prepare(); !prepared)
        return prepared.error();
    std::unique_ptr<ServerCore> core(
        new ServerCore(std::move(stores), std::move(files), clock, random, executors, listener));
    if (auto swept = core->sweepFiles(); !swept)
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
    m_executors.write.post([this](int) {
        m_writer.noticeOthers();
        m_writer.settle();
    });
}

} // namespace thidua::server
