#include "server/filehandlers.h"

#include "base/logging.h"
#include "domain/attachment.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

using Headers = QList<QPair<QByteArray, QByteArray>>;

static constexpr int maxWaitingForDisk = 64;

namespace
{

// With the headers that every answer about uploads has.
Headers with(Headers headers)
{
    headers.emplaceBack("Tus-Resumable", tus::version);
    return headers;
}

void fail(const ExchangePointer& exchange, const Error& error)
{
    Headers headers = with({});
    if (error.code == ErrorCode::UnsupportedVersion)
        headers.emplaceBack("Tus-Version", tus::version);
    exchange->fail(problemFor(error), headers);
}

void sendOffset(const ExchangePointer& exchange, const Upload& upload, qint64 offset)
{
    exchange->sendEmpty(204, with({{"Upload-Offset", QByteArray::number(offset)},
                                   {"Upload-Expires", tus::httpDate(upload.expiresAt)}}));
}

void sendCreated(const ExchangePointer& exchange, const QByteArray& name, qint64 offset)
{
    exchange->sendEmpty(
        201, with({{"Location", "/v1/files/" + name}, {"Upload-Offset", QByteArray::number(offset)}}));
}

} // namespace

UploadClaims::Claim UploadClaims::claim(const UploadId& id)
{
    const std::lock_guard lock(m_mutex);
    if (m_claimed.contains(id))
        return {};
    m_claimed.insert(id);
    return std::make_shared<Held>(*this, id);
}

UploadClaims::Held::Held(UploadClaims& claims, const UploadId& id)
    : m_claims(claims)
    , m_id(id)
{
}

UploadClaims::Held::~Held()
{
    giveBack();
}

void UploadClaims::Held::giveBack()
{
    std::call_once(m_given, [this] {
        const std::lock_guard ending(m_claims.m_mutex);
        m_claims.m_claimed.remove(m_id);
    });
}

FileHandlers::FileHandlers(Service& service)
    : m_service(service)
{
}

void FileHandlers::options(const ExchangePointer& exchange)
{
    exchange->sendEmpty(204, with({{"Tus-Version", tus::version},
                                   {"Tus-Extension", tus::extensions},
                                   {"Tus-Max-Size", QByteArray::number(domain::Attachment::maxBytes)},
                                   {"Tus-Checksum-Algorithm", "sha256"}}));
}

void FileHandlers::create(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const Request& request = exchange->request();
    auto known = tus::checkVersion(request);
    auto announced = known ? tus::announcedBy(request) : known.error();
    if (!announced)
        return fail(exchange, announced.error());
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return fail(exchange, reading.error());
    auto named = FileAccess(store, caller, m_service.clock.now()).named(announced->record, announced->sha256);
    if (!named)
        return fail(exchange, named.error());
    if (named->size != announced->length)
        return fail(exchange, {ErrorCode::InvalidValue, u"the attachment names another size"_s});
    auto held = store.files.holds(named->sha256, caller.device.account);
    if (!held)
        return fail(exchange, held.error());
    if (*held && m_service.files.has(named->sha256, named->size))
        return sendCreated(exchange, named->sha256.toHex(), named->size);
    begin({{}, caller.device.number, *named, 0, 0}, exchange);
}

// One upload of a file and a device, however often it is announced: whoever lost its place finds it again.
void FileHandlers::begin(const Upload& wanted, const ExchangePointer& exchange)
{
    const auto upload = std::make_shared<Upload>(wanted);
    const auto expired = std::make_shared<QList<UploadId>>();
    WriteJob job;
    job.run = [this, wanted, upload, expired](Writing& writing) -> Result<void> {
        FileTable& files = writing.store.files;
        auto old = files.expired(writing.now);
        if (!old)
            return old.error();
        *expired = *old;
        for (const UploadId& id : std::as_const(*old)) {
            if (auto ended = files.end(id); !ended)
                return ended;
        }
        auto begun = files.uploadOf(wanted.file.sha256, wanted.device);
        auto count = begun ? files.uploadsOf(wanted.device) : begun.error();
        if (!count)
            return count.error();
        if (*begun) {
            *upload = **begun;
            return {};
        }
        upload->id = {};
        if (*count >= maxUploads)
            return {};
        upload->id = UploadId::create(m_service.clock, m_service.random);
        upload->expiresAt = writing.now + uploadLife;
        return files.begin(*upload);
    };
    job.done = [this, exchange, upload, expired](const Result<void>& committed) {
        if (!committed)
            return fail(exchange, committed.error());
        m_service.disk.post([this, exchange, upload, expired](int) {
            for (const UploadId& id : std::as_const(*expired))
                m_service.files.drop(id);
            if (upload->id.isNull())
                return fail(exchange, {ErrorCode::Busy, {}});
            sendCreated(exchange, upload->id.toText().toLatin1(),
                        m_service.files.usable(upload->id, upload->received));
        });
    };
    if (!m_service.writes.submit(std::move(job)))
        fail(exchange, {ErrorCode::Busy, {}});
}

Result<Upload> FileHandlers::uploadOf(ServerStore& store, const Caller& caller,
                                      const ExchangePointer& exchange)
{
    if (auto known = tus::checkVersion(exchange->request()); !known)
        return known.error();
    const auto id = UploadId::fromText(QString::fromLatin1(exchange->parameter()));
    auto upload = id ? store.files.upload(*id, caller.device.number) : std::optional<Upload>();
    if (!upload)
        return upload.error();
    if (!*upload || (*upload)->expiresAt <= m_service.clock.now())
        return {ErrorCode::NotFound, u"no such upload"_s};
    (*upload)->received = m_service.files.usable(*id, (*upload)->received);
    return **upload;
}

void FileHandlers::progress(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    auto upload = uploadOf(store, caller, exchange);
    if (!upload)
        return fail(exchange, upload.error());
    exchange->sendEmpty(200, with({{"Upload-Offset", QByteArray::number(upload->received)},
                                   {"Upload-Length", QByteArray::number(upload->file.size)},
                                   {"Upload-Expires", tus::httpDate(upload->expiresAt)}}));
}

Result<FileHandlers::Piece> FileHandlers::pieceOf(ServerStore& store, const Caller& caller,
                                                  const ExchangePointer& exchange)
{
    const Request& request = exchange->request();
    const auto id = UploadId::fromText(QString::fromLatin1(exchange->parameter()));
    if (!id)
        return {ErrorCode::NotFound, u"no such upload"_s};
    // Before the row is read: nobody else moves it from here on.
    Piece piece{{}, 0, caller.device.account, m_claims.claim(*id)};
    if (!piece.claim || m_service.disk.waiting() > maxWaitingForDisk)
        return {ErrorCode::Busy, {}};
    auto upload = uploadOf(store, caller, exchange);
    if (!upload)
        return upload.error();
    if (request.header("content-type") != "application/offset+octet-stream")
        return {ErrorCode::UnsupportedMedia, u"a piece is application/offset+octet-stream"_s};
    auto offset = tus::offsetOf(request);
    if (!offset)
        return offset.error();
    piece.upload = *upload;
    piece.offset = *offset;
    if (*offset != upload->received)
        return piece; // the answer names the right one
    if (piece.end(request) > upload->file.size)
        return {ErrorCode::TooLarge, u"more than was announced"_s};
    if (auto sound = tus::checkChecksum(request); !sound)
        return sound.error();
    return piece;
}

void FileHandlers::append(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    auto piece = pieceOf(store, caller, exchange);
    if (!piece)
        return fail(exchange, piece.error());
    if (piece->offset != piece->upload.received) {
        auto problem = problemFor({ErrorCode::WrongOffset, u"the upload goes on elsewhere"_s});
        problem.expected = piece->upload.received;
        const QByteArray expected = QByteArray::number(piece->upload.received);
        return exchange->fail(problem, with({{"Upload-Offset", expected}}));
    }
    m_service.disk.post([this, piece = std::move(*piece), exchange](int) { keep(piece, exchange); });
}

// The content first, on the disk under its last name; then the row that says so; then the answer.
void FileHandlers::keep(const Piece& piece, const ExchangePointer& exchange)
{
    const Upload& upload = piece.upload;
    auto kept = m_service.files.append(upload.id, piece.offset, exchange->request().body);
    if (kept && piece.end(exchange->request()) == upload.file.size)
        kept = m_service.files.finish(upload.id, upload.file.sha256, upload.file.mediaType);
    if (kept)
        return enter(piece, exchange);
    const ErrorCode code = kept.error().code;
    if (code == ErrorCode::ChecksumMismatch || code == ErrorCode::UnsupportedMedia)
        return spoiled(piece, kept.error(), exchange);
    piece.done();
    qCWarning(logServer) << "a piece of a file is not kept:" << codeName(code) << kept.error().detail;
    fail(exchange, code == ErrorCode::StorageFull ? kept.error() : Error{ErrorCode::ServerFault, {}});
}

void FileHandlers::enter(const Piece& piece, const ExchangePointer& exchange)
{
    const qint64 received = piece.end(exchange->request());
    WriteJob job;
    job.run = [piece, received](Writing& writing) -> Result<void> {
        FileTable& files = writing.store.files;
        if (received < piece.upload.file.size)
            return files.advance(piece.upload.id, received, writing.now + uploadLife);
        auto added = files.add(piece.upload.file, piece.account, writing.now);
        return added ? files.end(piece.upload.id) : added;
    };
    job.done = [piece, received, exchange](const Result<void>& committed) {
        piece.done();
        if (!committed)
            return fail(exchange, committed.error());
        sendOffset(exchange, piece.upload, received);
    };
    if (!m_service.writes.submit(std::move(job)))
        fail(exchange, {ErrorCode::Busy, {}});
}

// All of it came and it is something else: no byte of it can be trusted, so it begins anew.
void FileHandlers::spoiled(const Piece& piece, const Error& error, const ExchangePointer& exchange)
{
    WriteJob job;
    job.run = [piece](Writing& writing) { return writing.store.files.end(piece.upload.id); };
    job.done = [this, piece, error, exchange](const Result<void>& committed) {
        m_service.disk.post([this, piece, error, exchange, committed](int) {
            m_service.files.drop(piece.upload.id);
            piece.done();
            fail(exchange, committed ? error : committed.error());
        });
    };
    if (!m_service.writes.submit(std::move(job)))
        fail(exchange, {ErrorCode::Busy, {}});
}

void FileHandlers::read(ServerStore& store, const Caller& caller, const ExchangePointer& exchange)
{
    const QByteArray sha256 = domain::sha256FromName(exchange->parameter());
    const Error unknown{ErrorCode::NotFound, u"no such file"_s};
    if (sha256.isEmpty())
        return exchange->fail(unknown);
    const auto reading = sql::Snapshot::begin(store.connection());
    if (!reading)
        return exchange->fail(reading.error());
    auto file = store.files.file(sha256);
    auto readable = FileAccess(store, caller, m_service.clock.now()).mayRead(sha256);
    if (!file || !readable)
        return exchange->fail(file ? readable.error() : file.error());
    if (!*file || !*readable)
        return exchange->fail(unknown);
    if (!m_service.files.has(sha256, (*file)->size)) {
        qCCritical(logServer) << "a file is missing or cut:" << sha256.toHex();
        return exchange->fail(Error{ErrorCode::ServerFault, {}});
    }
    auto range = tus::rangeOf(exchange->request(), (*file)->size, '"' + sha256.toHex() + '"');
    if (range)
        return sendFile(**file, *range, exchange);
    auto problem = problemFor(range.error());
    problem.status = 416;
    exchange->fail(problem, {{"Content-Range", "bytes */" + QByteArray::number((*file)->size)}});
}

void FileHandlers::sendFile(const FileEntry& file, const std::optional<tus::ByteRange>& range,
                            const ExchangePointer& exchange)
{
    const tus::ByteRange part = range.value_or(tus::ByteRange{0, file.size});
    // Shown as what it was found to be, and by no browser as a page of ours.
    Headers headers{{"Content-Type", file.mediaType.toLatin1()},
                    {"ETag", '"' + file.sha256.toHex() + '"'},
                    {"Accept-Ranges", "bytes"},
                    {"Content-Disposition", "attachment"},
                    {"X-Content-Type-Options", "nosniff"},
                    {"Content-Security-Policy", "default-src 'none'; sandbox"}};
    if (range)
        headers.emplaceBack("Content-Range", "bytes " + QByteArray::number(part.first) + '-' +
                                                 QByteArray::number(part.first + part.length - 1) + '/' +
                                                 QByteArray::number(file.size));
    const auto next = [&service = m_service, sha256 = file.sha256, offset = part.first,
                       left = part.length](Response::Pieces::Take take) mutable {
        const qint64 length = std::min(left, filePieceBytes);
        service.disk.post([&service, sha256, offset, length, take = std::move(take)](int) {
            take(service.files.read(sha256, offset, length).valueOr({}));
        });
        offset += length;
        left -= length;
    };
    exchange->sendPieces(range ? 206 : 200, headers, {part.length, next});
}

} // namespace thidua::server
