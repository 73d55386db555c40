#include "protocol/bodies.h"
#include "protocol/limits.h"
#include "protocol/members.h"

// POST /v1/push.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

void write(BodyWriter& out, const PushEdit& push)
{
    const merge::Edit& edit = push.edit;
    out.beginMap();
    out.key("at");
    out.integer(edit.at);
    out.key("seq");
    out.integer(edit.seq);
    out.key("set");
    writeFields(out, edit.kind, edit.set);
    out.key("kind");
    out.text(edit.kind);
    out.key("seen");
    out.integer(edit.seen);
    if (!push.epoch.isEmpty()) {
        out.key("epoch");
        out.text(push.epoch);
    }
    out.key("record");
    out.id(edit.record);
    if (!edit.together.isNull()) {
        out.key("together");
        out.id(edit.together);
    }
    out.endMap();
}

PushEdit readEdit(BodyReader& in)
{
    PushEdit push;
    merge::Edit& edit = push.edit;
    auto set = BodyReader::nowhere;
    readMembers(in, {required("at"_L1, [&] { edit.at = in.integer(); }),
                     required("seq"_L1, [&] { edit.seq = in.integer(1); }),
                     required("set"_L1, [&] { set = in.later(); }),
                     required("kind"_L1, [&] { edit.kind = in.text(); }),
                     required("seen"_L1, [&] { edit.seen = in.integer(0); }),
                     optional("epoch"_L1, [&] { push.epoch = in.text(); }),
                     required("record"_L1, [&] { edit.record = in.id<RecordId>(); }),
                     optional("together"_L1, [&] { edit.together = in.id<TogetherId>(); })});
    push.fault = in.attemptAt(set, [&] { edit.set = readFields(in, edit.kind); });
    if (in.ok() && !isName(edit.kind)) {
        push.fault = {ErrorCode::Malformed, u"kind: not a name"_s};
        edit.kind.clear();
    }
    if (push.fault.code != ErrorCode::None)
        edit.set.clear();
    return push;
}

void write(BodyWriter& out, const PushResult& result)
{
    const bool accepted = result.code == ErrorCode::None;
    out.beginMap();
    out.key("seq");
    out.integer(result.seq);
    if (accepted) {
        out.key("lost");
        writeTexts(out, result.lost);
        out.key("version");
        out.integer(result.version);
    } else {
        out.key("code");
        out.text(codeName(result.code));
        out.key("detail");
        out.text(result.detail);
    }
    out.endMap();
}

PushResult readResult(BodyReader& in)
{
    PushResult result;
    bool accepted = false;
    readMembers(in, {required("seq"_L1, [&] { result.seq = in.integer(1); }),
                     optional("lost"_L1, [&] { result.lost = readTexts(in); }),
                     optional("version"_L1,
                              [&] {
                                  result.version = in.integer(1);
                                  accepted = true;
                              }),
                     optional("code"_L1, [&] { result.code = codeFromName(in.text()); }),
                     optional("detail"_L1, [&] { result.detail = in.text(); })});
    // Green only by an explicit version, refused only by an explicit code.
    if (in.ok() && accepted == (result.code != ErrorCode::None))
        in.fail(ErrorCode::Malformed, "a result has to have either a version or a code");
    return result;
}

} // namespace

void write(BodyWriter& out, const PushRequest& body)
{
    out.beginMap();
    out.key("edits");
    out.beginList(body.edits.size());
    for (const PushEdit& edit : body.edits)
        write(out, edit);
    out.endList();
    out.key("epoch");
    out.text(body.epoch);
    out.endMap();
}

void read(BodyReader& in, PushRequest& body)
{
    readMembers(
        in, {required("edits"_L1, [&] { in.list([&] { body.edits.append(readEdit(in)); }, maxPushEdits); }),
             required("epoch"_L1, [&] { body.epoch = in.text(); })});
}

void write(BodyWriter& out, const PushAnswer& body)
{
    out.beginMap();
    out.key("time");
    out.integer(body.time);
    out.key("acked");
    out.integer(body.acked);
    out.key("epoch");
    out.text(body.epoch);
    out.key("results");
    out.beginList(body.results.size());
    for (const PushResult& result : body.results)
        write(out, result);
    out.endList();
    out.endMap();
}

void read(BodyReader& in, PushAnswer& body)
{
    readMembers(in, {required("time"_L1, [&] { body.time = in.integer(); }),
                     required("acked"_L1, [&] { body.acked = in.integer(0); }),
                     required("epoch"_L1, [&] { body.epoch = in.text(); }),
                     required("results"_L1, [&] { in.list([&] { body.results.append(readResult(in)); }); })});
}

} // namespace thidua::protocol
