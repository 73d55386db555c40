#include "client/fetcher.h"

#include "client/tuning.h"

#include <algorithm>

namespace thidua::client
{

Fetcher::Fetcher(store::LocalStore& store, FileApi& api)
    : m_store(store)
    , m_api(api)
{
}

void Fetcher::run(const QByteArray& sha256, std::function<void(const Error&)> done)
{
    m_done = std::move(done);
    auto held = m_store.holdsFile(sha256);
    if (!held || *held)
        return finish(held ? Error() : held.error());
    auto wanted = m_store.wantedFile(sha256);
    if (!wanted)
        return finish(wanted.error());
    m_file = *wanted;
    next();
}

void Fetcher::next()
{
    const qint64 have = m_store.fetchedBytes(m_file);
    if (have >= m_file.size) {
        const auto finished = m_store.finishFetched(m_file);
        return finish(finished.error());
    }
    m_api.read(m_file.sha256, have, std::min(tuning::mostFilePiece, m_file.size - have),
               [this, have](const FileAnswer& answer) { came(have, answer); });
}

void Fetcher::came(qint64 offset, const FileAnswer& answer)
{
    if (!answer.ok())
        return finish(answer.error);
    if (answer.bytes.isEmpty() || offset + answer.bytes.size() > m_file.size)
        return finish({ErrorCode::ServerFault, QStringLiteral("another part than was asked for")});
    if (auto kept = m_store.keepFetched(m_file, offset, answer.bytes); !kept)
        return finish(kept.error());
    next();
}

} // namespace thidua::client
