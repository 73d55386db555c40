#include "client/fetcher.h"
#include "client/networktransport.h"
#include "commands.h"
#include "output.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QUrl>

// Files of attachments: into this device, and out of it.
namespace thidua
{

using namespace Qt::StringLiterals;

Result<void> runAttach(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"note"_s}); !complete)
        return complete;
    const auto report = RecordId::fromText(arguments.word(0));
    if (!report || arguments.word(1).isEmpty())
        return {ErrorCode::Malformed, u"attach RECORD FILE"_s};
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    auto attached = (*store)->attach({*report, arguments.word(1), {}, arguments.value(u"note"_s)});
    if (!attached)
        return attached.error();
    const domain::Attachment& attachment = attached->attachment;
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "record", attachment.id.toText());
    writeField(out, "seq", attached->seq);
    writeField(out, "sha256", QString::fromLatin1(attachment.sha256.toHex()));
    writeField(out, "size", attachment.size);
    writeField(out, "mediaType", attachment.mediaType);
    writeField(out, "name", attachment.name);
    out.endMap();
    print(out);
    return {};
}

// From the server if it is not here yet.
static Result<void> bring(Environment& environment, store::LocalStore& store, const QByteArray& sha256)
{
    auto held = store.holdsFile(sha256);
    if (!held || *held)
        return held ? Result<void>() : held.error();
    auto token = environment.installation.token().read();
    auto identity = store.identity();
    if (!token || !identity)
        return token ? identity.error() : token.error();
    client::NetworkTransport transport(QUrl(identity->server), environment.installation.authorities());
    client::FileApi api(transport, environment.clock);
    api.setToken(*token);
    client::Fetcher fetcher(store, api);
    std::optional<Error> ended;
    fetcher.run(sha256, [&](const Error& error) {
        ended = error;
        QCoreApplication::quit();
    });
    if (!ended)
        QCoreApplication::exec();
    return ended && ended->code != ErrorCode::None ? Result<void>(*ended) : Result<void>();
}

static Result<qint64> writeOut(store::LocalStore& store, const QByteArray& sha256, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {ErrorCode::StorageFailed, path + u": "_s + file.errorString()};
    for (qint64 offset = 0;;) {
        auto piece = store.readFile(sha256, offset, filePieceBytes);
        if (!piece)
            return piece.error();
        if (piece->isEmpty() && file.commit())
            return offset;
        if (piece->isEmpty() || file.write(*piece) != piece->size())
            return {ErrorCode::StorageFailed, path + u": "_s + file.errorString()};
        offset += piece->size();
    }
}

Result<void> runFetch(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"to"_s}); !complete)
        return complete;
    const QByteArray sha256 = domain::sha256FromName(arguments.word(0).toLatin1());
    if (sha256.isEmpty())
        return {ErrorCode::Malformed, u"fetch SHA256 --to FILE"_s};
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    if (auto brought = bring(environment, **store, sha256); !brought)
        return brought;
    const QString path = arguments.value(u"to"_s);
    auto size = writeOut(**store, sha256, path);
    if (!size)
        return size.error();
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "file", path);
    writeField(out, "size", *size);
    out.endMap();
    print(out);
    return {};
}

} // namespace thidua
