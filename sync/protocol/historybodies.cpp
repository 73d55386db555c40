#include "protocol/bodies.h"
#include "protocol/members.h"

// GET /v1/records/{id}/history.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

void write(BodyWriter& out, const HistoryEdit& entry, const QString& kind)
{
    const merge::Edit& edit = entry.edit;
    out.beginMap();
    out.key("at");
    out.integer(edit.at);
    out.key("seq");
    out.integer(edit.seq);
    out.key("set");
    writeFields(out, kind, edit.set);
    out.key("rank");
    out.integer(entry.rank);
    out.key("seen");
    out.integer(edit.seen);
    out.key("author");
    out.id(entry.author);
    out.key("device");
    out.id(edit.device);
    out.key("version");
    out.integer(entry.version);
    if (!edit.together.isNull()) {
        out.key("together");
        out.id(edit.together);
    }
    out.endMap();
}

HistoryEdit readEntry(BodyReader& in, const HistoryAnswer& body)
{
    HistoryEdit entry;
    merge::Edit& edit = entry.edit;
    edit.record = body.record;
    edit.kind = body.kind;
    readMembers(in, {required("at"_L1, [&] { edit.at = in.integer(); }),
                     required("seq"_L1, [&] { edit.seq = in.integer(0); }),
                     required("set"_L1, [&] { edit.set = readFields(in, body.kind); }),
                     required("rank"_L1, [&] { entry.rank = int(in.integer(0, 1000)); }),
                     required("seen"_L1, [&] { edit.seen = in.integer(0); }),
                     required("author"_L1, [&] { entry.author = in.id<UserId>(); }),
                     required("device"_L1, [&] { edit.device = in.id<DeviceId>(); }),
                     required("version"_L1, [&] { entry.version = in.integer(1); }),
                     optional("together"_L1, [&] { edit.together = in.id<TogetherId>(); })});
    return entry;
}

} // namespace

void write(BodyWriter& out, const HistoryAnswer& body)
{
    out.beginMap();
    out.key("kind");
    out.text(body.kind);
    out.key("edits");
    out.beginList(body.edits.size());
    for (const HistoryEdit& entry : body.edits)
        write(out, entry, body.kind);
    out.endList();
    out.key("record");
    out.id(body.record);
    out.key("version");
    out.integer(body.version);
    out.endMap();
}

void read(BodyReader& in, HistoryAnswer& body)
{
    auto edits = BodyReader::nowhere;
    readMembers(in, {required("kind"_L1, [&] { body.kind = readName(in); }),
                     required("edits"_L1, [&] { edits = in.later(); }),
                     required("record"_L1, [&] { body.record = in.id<RecordId>(); }),
                     required("version"_L1, [&] { body.version = in.integer(0); })});
    in.at(edits, [&] { in.list([&] { body.edits.append(readEntry(in, body)); }); });
}

} // namespace thidua::protocol
