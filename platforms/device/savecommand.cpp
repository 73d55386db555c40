#include "commands.h"
#include "fieldarguments.h"
#include "output.h"

#include "protocol/members.h"

namespace thidua
{

using namespace Qt::StringLiterals;

static Result<store::SaveRequest> requestFrom(store::LocalStore& store, const Arguments& arguments)
{
    if (!protocol::isName(arguments.word(0)))
        return {ErrorCode::Malformed, u"save KIND FIELD=JSON …"_s};
    store::SaveRequest request;
    request.kind = arguments.word(0);
    if (arguments.has(u"id"_s)) {
        const auto id = RecordId::fromText(arguments.value(u"id"_s));
        if (!id)
            return {ErrorCode::Malformed, u"--id is not a UUID"_s};
        auto known = store.record(*id);
        if (!known)
            return known.error();
        request.record = *id;
        request.seen = *known ? (*known)->version : 0;
    }
    auto fields = fieldsFrom(request.kind, arguments.words().mid(1));
    if (!fields)
        return fields.error();
    request.set = std::move(*fields);
    return request;
}

// Whether the person may is the server's question: an edit that it refuses comes back under `attention`.
Result<void> runSave(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"id"_s}); !complete)
        return complete;
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    auto request = requestFrom(**store, arguments);
    if (!request)
        return request.error();
    auto saved = (*store)->save(*request);
    if (!saved)
        return saved.error();
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "record", saved->record.toText());
    writeField(out, "seq", saved->seq);
    out.endMap();
    print(out);
    return {};
}

} // namespace thidua
