#pragma once

#include "sync/client/fakes.h"

#include <QCryptographicHash>
#include <QSet>

namespace thidua::test
{

// A server's part of resumable uploads, as PROTOCOL.md says it; a test takes things away from it.
class ScriptedFiles
{
public:
    struct Upload {
        QByteArray sha256;
        qint64 length = 0;
        QByteArray bytes;
    };
    QMap<QByteArray, Upload> uploads; // by location
    QMap<QByteArray, QByteArray> files;
    QList<qint64> offsets; // of the pieces that came

    [[nodiscard]] static bool concerns(const client::HttpRequest& request)
    {
        return request.path.startsWith("/v1/files");
    }
    [[nodiscard]] client::HttpReply operator()(const client::HttpRequest& request)
    {
        return request.method == "POST"    ? create(request)
               : request.method == "PATCH" ? append(request)
                                           : read(request);
    }
    [[nodiscard]] static QByteArray header(const client::HttpRequest& request, QByteArrayView name)
    {
        for (const auto& [known, value] : request.headers) {
            if (known == name)
                return value;
        }
        return {};
    }
    [[nodiscard]] static client::HttpReply problem(int status, ErrorCode code)
    {
        protocol::Problem problem;
        problem.status = status;
        problem.code = code;
        return refusal(problem);
    }

private:
    [[nodiscard]] static client::HttpReply answer(int status, qint64 offset)
    {
        client::HttpReply reply;
        reply.status = status;
        reply.headers = {{"x-thidua", "1"}, {"upload-offset", QByteArray::number(offset)}};
        return reply;
    }
    [[nodiscard]] client::HttpReply create(const client::HttpRequest& request)
    {
        const QByteArray metadata = header(request, "Upload-Metadata");
        const qsizetype from = metadata.indexOf("sha256 ") + 7;
        const QByteArray name =
            QByteArray::fromBase64(metadata.mid(from, metadata.indexOf(',', from) - from));
        const QByteArray sha256 = QByteArray::fromHex(name);
        const QByteArray location = "/v1/files/" + name;
        const qint64 length = header(request, "Upload-Length").toLongLong();
        if (!files.contains(sha256) && !uploads.contains(location))
            uploads[location] = {sha256, length, {}};
        auto reply = answer(201, files.contains(sha256) ? length : uploads[location].bytes.size());
        reply.headers.emplaceBack("location", location);
        return reply;
    }
    [[nodiscard]] client::HttpReply append(const client::HttpRequest& request)
    {
        const auto upload = uploads.find(request.path);
        if (upload == uploads.end())
            return problem(404, ErrorCode::NotFound);
        const QByteArray sum = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
        if (header(request, "Upload-Checksum") != "sha256 " + sum.toBase64())
            return problem(460, ErrorCode::ChecksumMismatch);
        const qint64 offset = header(request, "Upload-Offset").toLongLong();
        offsets.append(offset);
        if (offset != upload->bytes.size())
            return problem(409, ErrorCode::WrongOffset);
        upload->bytes += request.body;
        const qint64 received = upload->bytes.size();
        if (received == upload->length) {
            const Upload whole = uploads.take(request.path);
            if (QCryptographicHash::hash(whole.bytes, QCryptographicHash::Sha256) != whole.sha256)
                return problem(460, ErrorCode::ChecksumMismatch);
            files[whole.sha256] = whole.bytes;
        }
        return answer(204, received);
    }
    [[nodiscard]] client::HttpReply read(const client::HttpRequest& request) const
    {
        const auto file =
            files.constFind(QByteArray::fromHex(request.path.mid(qsizetype(strlen("/v1/files/")))));
        if (file == files.cend())
            return problem(404, ErrorCode::NotFound);
        const QList<QByteArray> ends = header(request, "Range").mid(6).split('-');
        auto reply = answer(206, 0);
        reply.body = file->mid(ends[0].toLongLong(), ends[1].toLongLong() - ends[0].toLongLong() + 1);
        return reply;
    }
};

} // namespace thidua::test
