#include "commands.h"
#include "fieldarguments.h"
#include "output.h"

#include <algorithm>

namespace thidua
{

using namespace Qt::StringLiterals;

namespace
{

// DEVICE:SEQ, as `conflicts` and `show` print them.
Result<Fields> valuesOf(const store::GroupView& group, const QString& edit)
{
    const auto isWanted = [&](const merge::GroupEdit& head) {
        return head.stamp.device.toText() + u':' + QString::number(head.stamp.seq) == edit;
    };
    if (isWanted(group.winner))
        return group.winner.values;
    const auto found = std::ranges::find_if(group.siblings, isWanted);
    if (found == group.siblings.end())
        return {ErrorCode::NotFound, u"no such edit stands in this group: "_s + edit};
    return found->values;
}

Result<store::GroupView> groupOf(store::LocalStore& store, const RecordId& record, const QString& name)
{
    auto groups = store.groups(record);
    if (!groups)
        return groups.error();
    const auto found = std::ranges::find(*groups, name, &store::GroupView::group);
    if (found == groups->end())
        return {ErrorCode::NotFound, u"the record has no group "_s + name};
    return *found;
}

// What is not named keeps the winner's value: a group is written whole.
Result<Fields> decisionFrom(const store::Record& record, const store::GroupView& group,
                            const Arguments& arguments)
{
    if (arguments.has(u"take"_s))
        return valuesOf(group, arguments.value(u"take"_s));
    auto given = fieldsFrom(record.kind, arguments.words().mid(2));
    if (!given)
        return given;
    if (given->isEmpty())
        return {ErrorCode::Malformed, u"settle RECORD GROUP (--take DEVICE:SEQ | FIELD=JSON …)"_s};
    Fields fields = group.winner.values;
    for (auto field = given->cbegin(); field != given->cend(); ++field) {
        if (!fields.contains(field.key()))
            return {ErrorCode::Malformed, u"not a field of this group: "_s + field.key()};
        fields[field.key()] = field.value();
    }
    return fields;
}

} // namespace

Result<void> runSettle(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"take"_s}); !complete)
        return complete;
    auto store = environment.installation.open();
    if (!store)
        return store.error();
    const auto id = RecordId::fromText(arguments.word(0));
    if (!id)
        return {ErrorCode::Malformed, u"not a record's id: "_s + arguments.word(0)};
    auto record = (*store)->record(*id);
    if (!record)
        return record.error();
    if (!*record)
        return {ErrorCode::NotFound, u"no such record"_s};
    auto group = groupOf(**store, *id, arguments.word(1));
    if (!group)
        return group.error();
    auto decision = decisionFrom(**record, *group, arguments);
    if (!decision)
        return decision.error();
    auto saved = (*store)->save({(*record)->kind, *id, (*record)->version, *decision, {}});
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
