#pragma once

#include "openserver.h"

#include "domain/attachment.h"

#include <QCryptographicHash>

// What tests of files ask of a server, and what they get.
namespace thidua::test
{

inline QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

inline QByteArray photograph(qsizetype size, char filling = 'p')
{
    return QByteArray("\xff\xd8\xff\xe0").leftJustified(size, filling);
}

struct FileCalls {
    using Enrolled = OpenServer::Enrolled;
    using Headers = OpenServer::Headers;

    // An attachment of unit A that names this content, by this person.
    static RecordId attachment(OpenServer& server, Enrolled& by, const QByteArray& content,
                               const RecordId& unit)
    {
        const domain::Attachment attachment{.id = server.city.newRecord(),
                                            .unit = unit,
                                            .report = RecordId::named("test", "report"),
                                            .sha256 = hashOf(content),
                                            .size = content.size(),
                                            .mediaType = u"image/jpeg"_s,
                                            .name = u"../../etc/passwd"_s,
                                            .note = {}};
        const auto result =
            server.city.pushOne(by.tablet, {attachment.id, kind::attachment, attachment.toFields()});
        if (result.code != ErrorCode::None)
            qFatal("attachment: %s", qPrintable(result.detail));
        return attachment.id;
    }
    static Headers creating(const RecordId& record, const QByteArray& sha256, qint64 length)
    {
        return {{"tus-resumable", "1.0.0"},
                {"upload-length", QByteArray::number(length)},
                {"upload-metadata", "sha256 " + sha256.toHex().toBase64() + ",record " +
                                        record.toText().toLatin1().toBase64() + ",name Li4vLi4vZXRj"}};
    }
    static server::Response create(OpenServer& server, const Enrolled& by, const RecordId& record,
                                   const QByteArray& content)
    {
        return server.call("POST", "/v1/files", {}, by.token,
                           creating(record, hashOf(content), content.size()));
    }
    static server::Response append(OpenServer& server, const Enrolled& by, const QByteArray& location,
                                   qint64 offset, const QByteArray& piece, const Headers& more = {})
    {
        Headers headers{{"tus-resumable", "1.0.0"},
                        {"content-type", "application/offset+octet-stream"},
                        {"upload-offset", QByteArray::number(offset)}};
        headers.insert(more);
        return server.call("PATCH", location, piece, by.token, headers);
    }
    static server::Response progress(OpenServer& server, const Enrolled& by, const QByteArray& location)
    {
        return server.call("HEAD", location, {}, by.token, {{"tus-resumable", "1.0.0"}});
    }
    // Sends all of it, as one piece.
    static void upload(OpenServer& server, Enrolled& by, const QByteArray& content, const RecordId& unit)
    {
        const auto created = create(server, by, attachment(server, by, content, unit), content);
        const auto done = append(server, by, created.header("Location"), 0, content);
        if (done.status != 204)
            qFatal("upload: %d %s", done.status, done.body.constData());
    }
    static server::Response get(OpenServer& server, const Enrolled& by, const QByteArray& content,
                                const Headers& headers = {})
    {
        return server.call("GET", "/v1/files/" + hashOf(content).toHex(), {}, by.token, headers);
    }
    static QByteArray bytesOf(const server::Response& response)
    {
        QByteArray bytes;
        while (response.pieces && bytes.size() < response.pieces->length) {
            const qsizetype before = bytes.size();
            response.pieces->next([&](const QByteArray& piece) { bytes += piece; });
            if (bytes.size() == before)
                break;
        }
        return bytes;
    }
};

} // namespace thidua::test
