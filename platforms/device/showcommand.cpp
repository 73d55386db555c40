#include "commands.h"
#include "output.h"

namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

Result<void> show(store::LocalStore& store, const store::Record& record)
{
    auto groups = store.groups(record.id);
    if (!groups)
        return groups.error();
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "record", record.id.toText());
    writeField(out, "kind", record.kind);
    writeField(out, "channel", store.schema().channelOf(record.kind, record.values).name());
    writeField(out, "version", record.version);
    writeFlag(out, "pending", record.pending);
    writeFlag(out, "conflict", record.conflict);
    writeFlag(out, "deleted", record.deleted);
    writeValues(out, "values", record.kind, record.values);
    out.key("groups");
    out.beginMap(groups->size());
    for (const store::GroupView& group : std::as_const(*groups)) {
        out.key(group.group.toUtf8());
        out.beginMap();
        writeHeads(out, record.kind, group);
        out.endMap();
    }
    out.endMap();
    out.endMap();
    print(out);
    return {};
}

Result<void> showOne(store::LocalStore& store, const QString& text)
{
    const auto id = RecordId::fromText(text);
    if (!id)
        return {ErrorCode::Malformed, u"--id is not a UUID"_s};
    auto record = store.record(*id);
    if (!record)
        return record.error();
    return *record ? show(store, **record) : Error{ErrorCode::NotFound, u"no such record"_s};
}

Result<void> showKind(store::LocalStore& store, const QString& kind)
{
    auto records = store.records(kind);
    if (!records)
        return records.error();
    for (const store::Record& record : std::as_const(*records)) {
        if (auto shown = show(store, record); !shown)
            return shown;
    }
    return {};
}

} // namespace

// Deleted records are shown by their id only.
Result<void> runShow(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"id"_s}); !complete)
        return complete;
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    if (arguments.has(u"id"_s))
        return showOne(**store, arguments.value(u"id"_s));
    if (!arguments.word(0).isEmpty())
        return showKind(**store, arguments.word(0));
    for (const domain::Kind& kind : (*store)->schema().kinds()) {
        if (auto shown = showKind(**store, kind.name); !shown)
            return shown;
    }
    return {};
}

} // namespace thidua
