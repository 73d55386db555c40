#include "people.h"

#include "protocol/handover.h"
#include "server/handoverdesk.h"

#include <QFile>

namespace thidua
{

using namespace Qt::StringLiterals;

static Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::NotFound, path + u": "_s + file.errorString()};
    return file.read(protocol::handover::maxFile + 1);
}

// Each part is a commit of its own, as it is when a device delivers it.
static Result<protocol::HandoverAnswer> receive(server::Writer& writer, const QByteArray& part)
{
    server::HandoverDesk::Outcome outcome;
    auto committed = writer.commitOne([&](server::Writing& writing) -> Result<void> {
        auto received = server::HandoverDesk(writing).receive(part);
        if (!received)
            return received.error();
        outcome = *received;
        return {};
    });
    if (!committed)
        return committed.error();
    if (const auto* problem = std::get_if<protocol::Problem>(&outcome))
        return {problem->code, problem->detail};
    return std::get<protocol::HandoverAnswer>(outcome);
}

Result<void> runHandover(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete;
    auto bytes = contentOf(arguments.word(0));
    if (!bytes)
        return bytes.error();
    auto file = protocol::handover::decodeFile(*bytes);
    if (!file)
        return file.error();
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    qint64 edits = 0;
    qint64 quarantined = 0;
    for (const QByteArray& part : std::as_const(file->parts)) {
        auto answer = receive((*people)->writer(), part);
        if (!answer)
            return answer.error();
        edits += answer->edits;
        quarantined += answer->quarantined ? answer->edits : 0;
    }
    print({{u"edits"_s, edits}, {u"quarantined"_s, quarantined}});
    return {};
}

} // namespace thidua
