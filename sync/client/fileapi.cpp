#include "client/fileapi.h"

#include "client/replies.h"

#include <QCryptographicHash>

namespace thidua::client
{

FileApi::FileApi(Transport& transport, const Clock& clock)
    : m_transport(transport)
    , m_clock(clock)
    , m_life(std::make_shared<const FileApi*>(this))
{
}

static void addHeader(HttpRequest& request, const QByteArray& name, const QByteArray& value)
{
    request.headers.emplaceBack(name, value);
}

static void fill(FileAnswer& answer, const HttpReply& reply, int expected)
{
    auto body = bodyOf(reply);
    if (!body) {
        answer.error = body.error();
        return;
    }
    bool isNumber = false;
    answer.offset = reply.header("upload-offset").toLongLong(&isNumber);
    answer.location = reply.header("location");
    if (reply.status < 200 || reply.status >= 300) {
        answer.problem = problemOf(reply, *body);
        answer.error = errorOf(answer.problem);
    } else if (reply.status != expected) {
        answer.error = {ErrorCode::NotOurServer, QStringLiteral("an answer of another kind")};
    } else if (expected != 206 && (!isNumber || answer.offset < 0)) {
        answer.error = unreadable({ErrorCode::Malformed, QStringLiteral("without Upload-Offset")});
    } else {
        answer.bytes = std::move(*body);
    }
}

void FileApi::call(const HttpRequest& request, int expected, Done done)
{
    m_transport.send(request,
                     [life = std::weak_ptr(m_life), &clock = m_clock, asked = m_clock.monotonic(),
                      sent = request.body.size(), expected, done = std::move(done)](const HttpReply& reply) {
                         if (life.expired())
                             return;
                         FileAnswer answer;
                         answer.traffic = {sent, reply.body.size(), 0, clock.monotonic() - asked};
                         fill(answer, reply, expected);
                         done(answer);
                     });
}

void FileApi::begin(const store::KeptFile& file, Done done)
{
    HttpRequest request = requestFor("POST", "/v1/files", {}, m_token);
    addHeader(request, "Tus-Resumable", "1.0.0");
    addHeader(request, "Upload-Length", QByteArray::number(file.size));
    addHeader(request, "Upload-Metadata",
              "sha256 " + file.sha256.toHex().toBase64() + ",record " +
                  file.record.toText().toLatin1().toBase64() + ",mediaType " +
                  file.mediaType.toLatin1().toBase64());
    call(request, 201, std::move(done));
}

void FileApi::append(const QByteArray& location, qint64 offset, const QByteArray& piece, Done done)
{
    HttpRequest request = requestFor("PATCH", location, {}, m_token);
    addHeader(request, "Tus-Resumable", "1.0.0");
    addHeader(request, "Upload-Offset", QByteArray::number(offset));
    addHeader(request, "Content-Type", "application/offset+octet-stream");
    addHeader(request, "Upload-Checksum",
              "sha256 " + QCryptographicHash::hash(piece, QCryptographicHash::Sha256).toBase64());
    request.body = piece;
    call(request, 204, std::move(done));
}

void FileApi::read(const QByteArray& sha256, qint64 offset, qint64 length, Done done)
{
    HttpRequest request = requestFor("GET", "/v1/files/" + sha256.toHex(), {}, m_token);
    addHeader(request, "Range",
              "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + length - 1));
    call(request, 206, std::move(done));
}

} // namespace thidua::client
