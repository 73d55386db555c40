#include "protocol/bodies.h"
#include "protocol/codec.h"

// Push, and the history of a record.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

static Tree editTree(const PushEdit& push, Format format)
{
    const merge::Edit& edit = push.edit;
    Tree::Map map{{u"seq"_s, Tree(edit.seq)},   {u"at"_s, Tree(edit.at)},
                  {u"seen"_s, Tree(edit.seen)}, {u"record"_s, idTree(edit.record, format)},
                  {u"kind"_s, Tree(edit.kind)}, {u"set"_s, fieldsTree(edit.set, edit.kind, format)}};
    if (!edit.together.isNull())
        map.insert(u"together"_s, idTree(edit.together, format));
    if (!push.epoch.isEmpty())
        map.insert(u"epoch"_s, Tree(push.epoch));
    return Tree(std::move(map));
}

static Result<PushEdit> editOf(const Tree& tree, Format format)
{
    MemberReader reader(tree, "edits");
    PushEdit push;
    push.edit.seq = reader.integer("seq"_L1);
    push.edit.at = reader.integer("at"_L1);
    push.edit.seen = reader.integer("seen"_L1);
    push.edit.record = reader.id<RecordId>("record"_L1);
    push.edit.kind = reader.text("kind"_L1);
    push.edit.together = reader.id<TogetherId>("together"_L1, false);
    push.epoch = reader.text("epoch"_L1, false);
    if (push.edit.seq < 1)
        reader.fail("seq"_L1);
    if (push.edit.seen < 0)
        reader.fail("seen"_L1);
    auto set = fieldsOf(tree["set"_L1], push.edit.kind, format);
    if (!reader.ok() || !set)
        return reader.ok() ? set.error() : reader.error();
    push.edit.set = std::move(*set);
    return push;
}

QByteArray encode(const PushRequest& body, Format format)
{
    Tree::List edits;
    for (const PushEdit& edit : body.edits)
        edits.append(editTree(edit, format));
    return toBytes(Tree(Tree::Map{{u"epoch"_s, Tree(body.epoch)}, {u"edits"_s, Tree(std::move(edits))}}),
                   format);
}

template<>
Result<PushRequest> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    PushRequest body{reader.text("epoch"_L1), {}};
    for (const Tree& item : reader.list("edits"_L1)) {
        auto edit = editOf(item, format);
        if (!edit)
            return edit.error();
        body.edits.append(std::move(*edit));
    }
    if (!reader.ok())
        return reader.error();
    return body;
}

static Tree resultTree(const PushResult& result)
{
    Tree::Map map{{u"seq"_s, Tree(result.seq)}};
    if (result.code == ErrorCode::None) {
        map.insert(u"version"_s, Tree(result.version));
        map.insert(u"lost"_s, namesTree(result.lost));
    } else {
        map.insert(u"code"_s, Tree(codeName(result.code)));
        map.insert(u"detail"_s, Tree(result.detail));
    }
    return Tree(std::move(map));
}

QByteArray encode(const PushAnswer& body, Format format)
{
    Tree::List results;
    for (const PushResult& result : body.results)
        results.append(resultTree(result));
    return toBytes(Tree(Tree::Map{{u"epoch"_s, Tree(body.epoch)},
                                  {u"time"_s, Tree(body.time)},
                                  {u"acked"_s, Tree(body.acked)},
                                  {u"results"_s, Tree(std::move(results))}}),
                   format);
}

static Result<PushResult> resultOf(const Tree& tree)
{
    MemberReader reader(tree, "results");
    PushResult result;
    result.seq = reader.integer("seq"_L1);
    const QString code = reader.text("code"_L1, false);
    result.version = reader.integer("version"_L1, code.isEmpty());
    result.lost = reader.texts("lost"_L1, false);
    result.detail = reader.text("detail"_L1, false);
    if (!code.isEmpty())
        result.code = codeFromName(code);
    if (!reader.ok())
        return reader.error();
    return result;
}

template<>
Result<PushAnswer> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    PushAnswer body{reader.text("epoch"_L1), reader.integer("time"_L1), reader.integer("acked"_L1), {}};
    for (const Tree& item : reader.list("results"_L1)) {
        auto result = resultOf(item);
        if (!result)
            return result.error();
        body.results.append(std::move(*result));
    }
    if (!reader.ok())
        return reader.error();
    return body;
}

QByteArray encode(const HistoryAnswer& body, Format format)
{
    Tree::List edits;
    for (const HistoryEdit& entry : body.edits) {
        edits.append(Tree(Tree::Map{{u"version"_s, Tree(entry.version)},
                                    {u"device"_s, idTree(entry.edit.device, format)},
                                    {u"seq"_s, Tree(entry.edit.seq)},
                                    {u"at"_s, Tree(entry.edit.at)},
                                    {u"seen"_s, Tree(entry.edit.seen)},
                                    {u"rank"_s, Tree(entry.rank)},
                                    {u"author"_s, idTree(entry.author, format)},
                                    {u"set"_s, fieldsTree(entry.edit.set, body.kind, format)}}));
    }
    return toBytes(Tree(Tree::Map{{u"record"_s, idTree(body.record, format)},
                                  {u"kind"_s, Tree(body.kind)},
                                  {u"version"_s, Tree(body.version)},
                                  {u"edits"_s, Tree(std::move(edits))}}),
                   format);
}

static Result<HistoryEdit> historyEditOf(const Tree& tree, const HistoryAnswer& body, Format format)
{
    MemberReader reader(tree, "edits");
    HistoryEdit entry;
    entry.version = reader.integer("version"_L1);
    entry.rank = int(reader.integer("rank"_L1));
    entry.author = reader.id<UserId>("author"_L1);
    entry.edit.device = reader.id<DeviceId>("device"_L1);
    entry.edit.seq = reader.integer("seq"_L1);
    entry.edit.at = reader.integer("at"_L1);
    entry.edit.seen = reader.integer("seen"_L1);
    entry.edit.record = body.record;
    entry.edit.kind = body.kind;
    auto set = fieldsOf(tree["set"_L1], body.kind, format);
    if (!reader.ok() || !set)
        return reader.ok() ? set.error() : reader.error();
    entry.edit.set = std::move(*set);
    return entry;
}

template<>
Result<HistoryAnswer> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    HistoryAnswer body{
        reader.id<RecordId>("record"_L1), reader.text("kind"_L1), reader.integer("version"_L1), {}};
    for (const Tree& item : reader.list("edits"_L1)) {
        auto entry = historyEditOf(item, body, format);
        if (!entry)
            return entry.error();
        body.edits.append(std::move(*entry));
    }
    if (!reader.ok())
        return reader.error();
    return body;
}

} // namespace thidua::protocol
