#include "protocol/bodies.h"
#include "protocol/compacttables.h"
#include "protocol/limits.h"
#include "protocol/members.h"
#include "protocol/tables.h"

// POST /v1/pull.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

void writePositions(BodyWriter& out, const QMap<QString, qint64>& positions)
{
    out.beginMap(positions.size());
    for (const auto& [name, rev] : inKeyOrder(positions)) {
        out.key(name);
        out.integer(rev);
    }
    out.endMap();
}

QMap<QString, qint64> readPositions(BodyReader& in)
{
    QMap<QString, qint64> positions;
    in.map([&](const QString& name) {
        if (positions.size() >= maxChannels)
            return in.fail(ErrorCode::TooLarge, "too many channels");
        positions.insert(name, in.integer(0));
    });
    return positions;
}

void writeDigests(BodyWriter& out, const QMap<QString, quint64>& digests)
{
    out.beginMap(digests.size());
    for (const auto& [name, sum] : inKeyOrder(digests)) {
        out.key(name);
        out.digest(sum);
    }
    out.endMap();
}

QMap<QString, quint64> readDigests(BodyReader& in)
{
    QMap<QString, quint64> digests;
    in.map([&](const QString& name) { digests.insert(name, in.digest()); });
    return digests;
}

} // namespace

void write(BodyWriter& out, const PullRequest& body)
{
    out.beginMap();
    out.key("epoch");
    out.text(body.epoch);
    if (body.limit > 0) {
        out.key("limit");
        out.integer(body.limit);
    }
    if (body.compact) {
        out.key("compact");
        out.boolean(true);
    }
    out.key("channels");
    writePositions(out, body.channels);
    out.endMap();
}

void read(BodyReader& in, PullRequest& body)
{
    readMembers(in, {optional("epoch"_L1, [&] { body.epoch = in.text(); }),
                     optional("limit"_L1, [&] { body.limit = int(in.integer(0, maxRows)); }),
                     optional("compact"_L1, [&] { body.compact = in.boolean(); }),
                     required("channels"_L1, [&] { body.channels = readPositions(in); })});
}

void write(BodyWriter& out, const PullAnswer& body)
{
    out.beginMap();
    out.key("gone");
    writeTexts(out, body.gone);
    out.key("more");
    out.boolean(body.more);
    out.key("time");
    out.integer(body.time);
    out.key("epoch");
    out.text(body.epoch);
    out.key("offer");
    writeTexts(out, body.offer);
    if (body.digest) {
        out.key("digest");
        out.digest(*body.digest);
    }
    out.key("tables");
    out.beginList(body.tables.size());
    for (const merge::PublishedTable& table : body.tables)
        body.compact ? writeCompactTable(out, table) : writeTable(out, table);
    out.endList();
    if (body.compact) {
        out.key("compact");
        out.boolean(true);
    }
    if (!body.more && !body.compact) {
        out.key("digests");
        writeDigests(out, body.digests);
    }
    out.key("channels");
    writePositions(out, body.channels);
    out.endMap();
}

void read(BodyReader& in, PullAnswer& body)
{
    readMembers(in, {optional("gone"_L1, [&] { body.gone = readTexts(in); }),
                     required("more"_L1, [&] { body.more = in.boolean(); }),
                     required("time"_L1, [&] { body.time = in.integer(); }),
                     required("epoch"_L1, [&] { body.epoch = in.text(); }),
                     optional("offer"_L1, [&] { body.offer = readTexts(in); }),
                     required("tables"_L1, [&] { in.list([&] { body.tables.append(readTable(in)); }); }),
                     optional("digest"_L1, [&] { body.digest = in.digest(); }),
                     optional("compact"_L1, [&] { body.compact = in.boolean(); }),
                     optional("digests"_L1, [&] { body.digests = readDigests(in); }),
                     required("channels"_L1, [&] { body.channels = readPositions(in); })});
}

} // namespace thidua::protocol
