#include "client/puller.h"

#include "base/logging.h"
#include "client/reconcile.h"
#include "client/tuning.h"

#include <algorithm>

namespace thidua::client
{

using namespace Qt::StringLiterals;

Puller::Puller(store::LocalStore& store, Api& api, TrafficListener traffic, Progress progress)
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
    m_readings = 0;
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
    ++m_run;
    if (++m_readings > tuning::maxReadings)
        return finish({ErrorCode::ServerFault, u"the server's pages do not come to an end"_s});
    auto positions = m_store.positions();
    auto epoch = m_store.epoch();
    if (!positions || !epoch)
        return finish(positions ? epoch.error() : positions.error());
    m_positions = *positions;
    m_eachDigest = false;
    request(*epoch);
}

void Puller::request(const protocol::EpochName& epoch)
{
    const protocol::PullRequest request{epoch, m_positions, m_pageRows, !m_eachDigest};
    // An answer to a page that was asked for before an error ended its reading is not this one's: storing it
    // would skip what could not be stored before it.
    m_api.pull(request, [this, run = m_run](const auto& answer) {
        m_traffic(trafficOf(answer));
        if (run == m_run)
            answered(answer);
    });
}

// A page counts only once it is there whole. On a link that lives for less than a page takes, the same page
// would begin again for ever.
void Puller::adapt(const Answer<protocol::PullAnswer>& answer)
{
    const bool cut = answer.error.code == ErrorCode::Offline || answer.error.code == ErrorCode::Timeout;
    if (cut && answer.roundTrip > tuning::longTransfer)
        m_pageRows =
            m_pageRows == 0 ? tuning::rowsAfterCut : std::max(tuning::minRowsPerPage, m_pageRows / 2);
    else if (answer.body && answer.roundTrip < tuning::fastPage)
        m_pageRows = m_pageRows > tuning::maxRowsPerPage / 2 ? 0 : m_pageRows * 2;
}

void Puller::answered(const Answer<protocol::PullAnswer>& answer)
{
    adapt(answer);
    if (!answer.body)
        return refused(answer);
    const protocol::PullAnswer& page = *answer.body;
    advance(page);
    // The next page travels, and the server works on it, while this one is stored.
    if (page.more)
        request(page.epoch);
    if (auto stored = store(page); !stored)
        return finish(stored.error());
    if (!page.more)
        lastPageStored(page);
}

// An answer in the compact form names only the positions that have changed.
void Puller::advance(const protocol::PullAnswer& page)
{
    if (!page.compact)
        m_positions.clear();
    m_positions.insert(page.channels);
    for (const QString& name : page.gone)
        m_positions.remove(name);
}

void Puller::refused(const Answer<protocol::PullAnswer>& answer)
{
    if (answer.error.code != ErrorCode::Epoch || answer.problem.epoch.isEmpty())
        return finish(answer.error, answer.problem);
    qCInfo(logSync) << "the server was restored; reading everything again";
    auto begun = answerRestore(m_store, answer.problem);
    return begun ? startOver() : finish(begun.error());
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

void Puller::lastPageStored(const protocol::PullAnswer& page)
{
    if (auto repaired = finishRepairs(m_store); !repaired)
        return finish(repaired.error());
    if (!page.offer.isEmpty()) {
        auto added = m_store.addChannels(page.offer);
        return added ? startOver() : finish(added.error());
    }
    const auto same = agrees(page);
    if (!same || *same)
        return finish(same ? Error() : same.error());
    if (page.compact) {
        m_eachDigest = true;
        return request(page.epoch);
    }
    auto different = differing(page);
    if (!different)
        return finish(different.error());
    if (different->isEmpty())
        return finish({});
    qCWarning(logSync) << "content differs from the server's in" << *different;
    auto begun = beginRepairs(m_store, *different);
    return begun ? startOver() : finish(begun.error());
}

// One number for all channels is the usual proof; the server is asked for each of them when it differs.
Result<bool> Puller::agrees(const protocol::PullAnswer& page)
{
    if (!page.compact)
        return false;
    auto own = m_store.digests();
    return own ? Result<bool>(page.digest == merge::digestOfAll(*own)) : own.error();
}

Result<QStringList> Puller::differing(const protocol::PullAnswer& page)
{
    auto own = m_store.digests();
    if (!own)
        return own.error();
    QStringList different;
    for (auto digest = own->cbegin(); digest != own->cend(); ++digest) {
        // Without the server's word for every channel nobody can say that the device is up to date.
        if (!page.digests.contains(digest.key()))
            return {ErrorCode::ServerFault, u"no digest for "_s + digest.key()};
        if (page.digests[digest.key()] == digest.value())
            continue;
        if (m_repaired.contains(digest.key()))
            return {ErrorCode::ServerFault, u"content differs after it was read again: "_s + digest.key()};
        m_repaired.insert(digest.key());
        different.append(digest.key());
    }
    return different;
}

} // namespace thidua::client
