#include "commands.h"
#include "output.h"

namespace thidua
{

using namespace Qt::StringLiterals;

static constexpr int mostOfAKind = 100;

static Result<void> catchUp(store::SearchIndex& index)
{
    auto complete = index.catchUp();
    while (complete && !*complete)
        complete = index.catchUp();
    return complete ? Result<void>() : complete.error();
}

static Result<void> printMatch(store::LocalStore& store, const store::SearchMatch& match)
{
    auto record = store.record(match.record);
    if (!record || !*record)
        return record ? Result<void>() : record.error();
    protocol::JsonWriter out;
    out.beginMap();
    writeField(out, "record", match.record.toText());
    writeField(out, "kind", match.kind);
    writeField(out, "tier", qint64(match.tier));
    writeValues(out, "values", match.kind, (*record)->values);
    out.endMap();
    print(out);
    return {};
}

// One line a record, best first within its kind; `tier` tells how well it matches, 0 being the best.
Result<void> runSearch(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"kind"_s}); !complete)
        return complete;
    if (arguments.words().isEmpty())
        return {ErrorCode::Malformed, u"what to search for is missing"_s};
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    const QString kind = arguments.value(u"kind"_s);
    if (!kind.isEmpty() && !(*store)->schema().kind(kind))
        return {ErrorCode::NotFound, u"no such kind: "_s + kind};
    store::SearchIndex index = environment.installation.searchIndex(**store);
    if (auto current = catchUp(index); !current)
        return current;
    auto matches = index.find({arguments.words().join(u' '), kind, mostOfAKind});
    if (!matches)
        return matches.error();
    for (const store::SearchMatch& match : std::as_const(*matches)) {
        if (auto printed = printMatch(**store, match); !printed)
            return printed;
    }
    return {};
}

} // namespace thidua
