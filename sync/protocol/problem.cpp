#include "protocol/codec.h"
#include "protocol/jsonreader.h"
#include "protocol/jsonwriter.h"
#include "protocol/members.h"

// application/problem+json (RFC 9457).
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

static void writeExtras(JsonWriter& out, const Problem& body)
{
    if (body.expected > 0) {
        out.key("expected");
        out.integer(body.expected);
    }
    if (!body.epoch.isEmpty()) {
        out.key("epoch");
        out.text(body.epoch);
    }
    if (body.time != 0) {
        out.key("time");
        out.integer(body.time);
    }
    if (body.retryAfter > 0) {
        out.key("retryAfter");
        out.integer(body.retryAfter);
    }
    if (!body.foreign.isEmpty()) {
        out.key("foreign");
        out.beginList(body.foreign.size());
        for (const qint64 seq : body.foreign)
            out.integer(seq);
        out.endList();
    }
}

QByteArray encode(const Problem& body)
{
    const QString code = codeName(body.code);
    JsonWriter out;
    out.beginMap();
    out.key("type");
    out.text(u"about:blank"_s);
    out.key("title");
    out.text(QString(code).replace(u'-', u' '));
    out.key("status");
    out.integer(body.status);
    out.key("code");
    out.text(code);
    out.key("detail");
    out.text(body.detail);
    writeExtras(out, body);
    out.endMap();
    return out.take();
}

Result<Problem> decodeProblem(const QByteArray& bytes)
{
    Problem body;
    JsonReader in(bytes);
    readMembers(in, {required("status"_L1, [&] { body.status = int(in.integer(100, 599)); }),
                     required("code"_L1, [&] { body.code = codeFromName(in.text()); }),
                     optional("detail"_L1, [&] { body.detail = in.text(); }),
                     optional("expected"_L1, [&] { body.expected = in.integer(0); }),
                     optional("epoch"_L1, [&] { body.epoch = in.text(); }),
                     optional("time"_L1, [&] { body.time = in.integer(); }),
                     optional("retryAfter"_L1, [&] { body.retryAfter = int(in.integer(0, 86'400)); }),
                     optional("foreign"_L1, [&] { in.list([&] { body.foreign.append(in.integer(1)); }); })});
    in.finish();
    if (!in.ok())
        return in.error();
    return body;
}

} // namespace thidua::protocol
