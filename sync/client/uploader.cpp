#include "client/uploader.h"

#include "base/logging.h"

#include <algorithm>

namespace thidua::client
{

using store::FileState;
using store::KeptFile;

Uploader::Uploader(store::LocalStore& store, FileApi& api, TrafficListener traffic,
                   std::function<void()> progressed)
    : m_store(store)
    , m_api(api)
    , m_traffic(std::move(traffic))
    , m_progressed(std::move(progressed))
{
}

void Uploader::run(std::function<void(StepResult)> done)
{
    m_done = std::move(done);
    m_givingWay = false;
    auto files = m_store.files(FileState::Waiting);
    if (!files)
        return finish(files.error());
    m_files = *files;
    next();
}

void Uploader::finish(const Error& error, const protocol::Problem& problem)
{
    m_files.clear();
    std::exchange(m_done, {})({error, problem});
}

// The server takes a file only for an attachment that it knows. One that is refused is tried nevertheless:
// the person hears of it then.
void Uploader::next()
{
    while (!m_files.isEmpty()) {
        auto record = m_store.record(m_files.first().record);
        if (!record)
            return finish(record.error());
        if (!*record || !(*record)->pending || (*record)->version > 0)
            break;
        m_files.removeFirst();
    }
    if (m_files.isEmpty() || m_givingWay)
        return finish({});
    m_recoveries = 0;
    begin();
}

void Uploader::begin()
{
    m_api.begin(m_files.first(), [this](const FileAnswer& answer) { begun(answer); });
}

void Uploader::begun(const FileAnswer& answer)
{
    m_traffic(answer.traffic);
    if (!answer.ok())
        return recover(answer);
    if (!answer.location.startsWith("/v1/files/"))
        return finish({ErrorCode::NotOurServer, QStringLiteral("an upload that is elsewhere")});
    m_location = answer.location;
    goOnAt(answer.offset);
}

// What the server says stands, also when it has less than it once had.
void Uploader::goOnAt(qint64 offset)
{
    const KeptFile& file = m_files.first();
    if (offset > file.size)
        return finish({ErrorCode::ServerFault, QStringLiteral("the server has more than there is")});
    if (auto kept = m_store.advanceFile(file, offset); !kept)
        return finish(kept.error());
    m_offset = offset;
    m_progressed();
    if (offset == file.size)
        return settle(ErrorCode::None);
    if (m_givingWay)
        return finish({});
    send();
}

void Uploader::send()
{
    const KeptFile& file = m_files.first();
    const qint64 length = std::min(m_pieceBytes, file.size - m_offset);
    auto piece = m_store.readFile(file.sha256, m_offset, length);
    if (!piece || piece->size() != length) {
        qCWarning(logSync) << "a file that should be sent cannot be read:" << file.sha256.toHex();
        return settle(ErrorCode::StorageCorrupt);
    }
    m_api.append(m_location, m_offset, *piece,
                 [this, end = m_offset + length](const FileAnswer& answer) { sent(end, answer); });
}

void Uploader::sent(qint64 end, const FileAnswer& answer)
{
    m_traffic(answer.traffic);
    adapt(answer.traffic.roundTrip);
    if (!answer.ok())
        return recover(answer);
    if (answer.offset != end)
        return finish({ErrorCode::ServerFault, QStringLiteral("the server has another part than was sent")});
    m_recoveries = 0;
    goOnAt(end);
}

void Uploader::adapt(std::chrono::milliseconds took)
{
    if (took > tuning::slowFilePiece)
        m_pieceBytes = std::max(tuning::leastFilePiece, m_pieceBytes / 2);
    else if (took < tuning::fastFilePiece)
        m_pieceBytes = std::min(tuning::mostFilePiece, m_pieceBytes * 2);
}

// Whoever has lost the place asks for it again; what the server will never take needs attention; all else is
// for another time.
void Uploader::recover(const FileAnswer& answer)
{
    const bool again = m_recoveries < tuning::maxRecoveries;
    switch (answer.error.code) {
    case ErrorCode::WrongOffset:
    case ErrorCode::ChecksumMismatch:
        ++m_recoveries;
        if (again)
            return begin();
        return answer.error.code == ErrorCode::ChecksumMismatch ? settle(answer.error.code)
                                                                : finish(answer.error, answer.problem);
    case ErrorCode::NotFound:
        // An upload that expired, or an attachment that is none for the server.
        ++m_recoveries;
        if (again && !m_location.isEmpty()) {
            m_location.clear();
            return begin();
        }
        return settle(answer.error.code);
    case ErrorCode::Forbidden:
    case ErrorCode::TooLarge:
    case ErrorCode::UnsupportedMedia:
    case ErrorCode::InvalidValue:
    case ErrorCode::Malformed:
        return settle(answer.error.code);
    default:
        return finish(answer.error, answer.problem);
    }
}

void Uploader::settle(ErrorCode code)
{
    const KeptFile file = m_files.takeFirst();
    m_location.clear();
    if (auto kept = m_store.settleFile(file, code); !kept)
        return finish(kept.error());
    m_progressed();
    next();
}

} // namespace thidua::client
