#include "server/servercore.h"

namespace thidua::server
{

ServerCore::ServerCore(Stores readers, std::unique_ptr<ServerStore> writing,
                       std::unique_ptr<ServerStore> accounts, const domain::Schema& schema,
                       const Clock& clock, Random& random, const ServerExecutors& executors,
                       CommitListener* listener)
    : m_admission(clock)
    , m_executors(executors)
    , m_writer(std::move(writing), clock, m_metrics)
    , m_reads(executors.read, std::move(readers))
    , m_writes(executors.write, m_writer)
    , m_accounts(executors.accounts, std::move(accounts), clock, m_metrics)
    , m_service{schema, clock, random, m_reads, m_writes, m_accounts, m_admission, m_metrics}
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
    for (int i = 0; i < executors.read.workers() + 2; ++i) {
        auto store = ServerStore::open(path, schema);
        if (!store)
            return store.error();
        stores.push_back(std::move(*store));
    }
    auto writing = std::move(stores.back());
    stores.pop_back();
    auto accounts = std::move(stores.back());
    stores.pop_back();
    return std::unique_ptr<ServerCore>(new ServerCore(std::move(stores), std::move(writing),
                                                      std::move(accounts), schema, clock, random, executors,
                                                      listener));
}

void ServerCore::noticeOthers()
{
    m_executors.write.post([this](int) { m_writer.noticeOthers(); });
}

} // namespace thidua::server
