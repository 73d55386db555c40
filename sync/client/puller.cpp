#include "client/puller.h"

#include "base/logging.h"

namespace thidua::client
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto repairingFact =
    "repairing"_L1; // channels being read again, joined by commas; survives a restart
constexpr int maxRestarts = 4;

} // namespace

Puller::Puller(store::LocalStore& store, Api& api, Pusher::Traffic traffic, Progress progress)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
    , m_progress(std::move(progress))
{
}

void Puller::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    m_repaired.clear();
    m_restarts = 0;
    ++m_run;
    startOver();
}

void Puller::finish(const Error& error, const protocol::Problem& problem)
{
    ++m_run;
    auto done = std::exchange(m_done, {});
    done({error, problem});
}

void Puller::startOver()
{
    if (++m_restarts > maxRestarts)
        return finish({ErrorCode::ServerFault, u"the server's pages do not come to an end"_s});
    auto positions = m_store.positions();
    auto epoch = m_store.epoch();
    if (!positions || !epoch)
        return finish(positions ? epoch.error() : positions.error());
    request({*epoch, *positions, 0});
}

void Puller::request(const protocol::PullRequest& request)
{
    // An answer to a page that was asked for before an error ended its run is not this run's: storing it
    // would skip what could not be stored before it.
    m_api.pull(request, [this, run = m_run](auto answer) {
        if (run == m_run)
            answered(std::move(answer));
    });
}

void Puller::answered(Answer<protocol::PullAnswer> answer)
{
    m_traffic(answer.sent, answer.received, answer.body ? answer.body->time : answer.problem.time);
    if (!answer.body && answer.error.code == ErrorCode::Epoch && !answer.problem.epoch.isEmpty()) {
        auto offered = m_store.offerAgain(qMax<qint64>(1, answer.problem.expected), answer.problem.epoch);
        auto positions = m_store.positions();
        if (offered && positions)
            offered = m_store.setFact(repairingFact, QStringList(positions->keys()).join(u','));
        return offered ? startOver() : finish(offered.error());
    }
    if (!answer.body)
        return finish(answer.error, answer.problem);
    // The next page travels while this one is stored.
    if (answer.body->more)
        request({answer.body->epoch, answer.body->channels, 0});
    if (auto stored = store(*answer.body); !stored)
        return finish(stored.error());
    pageStored(*answer.body);
}

Result<void> Puller::store(const protocol::PullAnswer& page)
{
    qint64 records = 0;
    for (const merge::PublishedTable& table : page.tables)
        records += table.rows.size();
    auto stored = m_store.applyPage({page.epoch, page.channels, page.gone, page.tables});
    if (stored && records > 0)
        m_progress(records);
    return stored;
}

void Puller::pageStored(const protocol::PullAnswer& page)
{
    if (page.more)
        return;
    if (auto repaired = finishRepairs(); !repaired)
        return finish(repaired.error());
    if (!page.offer.isEmpty()) {
        auto added = m_store.addChannels(page.offer);
        return added ? startOver() : finish(added.error());
    }
    auto different = differing(page);
    if (!different)
        return finish(different.error());
    if (different->isEmpty())
        return finish({});
    qCWarning(logSync) << "content differs from the server's in" << *different;
    auto begun = beginRepair(*different);
    return begun ? startOver() : finish(begun.error());
}

Result<QStringList> Puller::differing(const protocol::PullAnswer& page)
{
    auto own = m_store.digests();
    if (!own)
        return own.error();
    QStringList different;
    for (auto digest = page.digests.cbegin(); digest != page.digests.cend(); ++digest) {
        if (own->value(digest.key()) == digest.value())
            continue;
        if (m_repaired.contains(digest.key()))
            return {ErrorCode::ServerFault, u"content differs after it was read again: "_s + digest.key()};
        different.append(digest.key());
    }
    return different;
}

Result<void> Puller::beginRepair(const QStringList& channels)
{
    for (const QString& channel : channels) {
        m_repaired.insert(channel);
        if (auto begun = m_store.beginRepair(channel); !begun)
            return begun;
    }
    return m_store.setFact(repairingFact, channels.join(u','));
}

Result<void> Puller::finishRepairs()
{
    auto channels = m_store.fact(repairingFact);
    if (!channels || channels->isEmpty())
        return channels ? Result<void>() : channels.error();
    for (const QString& channel : channels->split(u',', Qt::SkipEmptyParts)) {
        if (auto finished = m_store.finishRepair(channel); !finished)
            return finished;
    }
    return m_store.setFact(repairingFact, QString());
}

} // namespace thidua::client
