#include "protocol/bodies.h"
#include "protocol/codec.h"

namespace thidua::protocol
{

using namespace Qt::StringLiterals;

static QLatin1String channelName(domain::ChannelRule rule)
{
    static constexpr std::array names{"city"_L1, "block"_L1, "unit"_L1, "user"_L1};
    return names[size_t(rule)];
}

static Tree fieldTree(const domain::Field& field)
{
    QStringList writers;
    for (const domain::Role role : field.writers())
        writers.append(roleName(role));
    Tree::Map map{{u"name"_s, Tree(field.name)},
                  {u"type"_s, Tree(field.type.name())},
                  {u"required"_s, Tree(field.required)},
                  {u"write"_s, namesTree(writers)}};
    if (!field.states.isEmpty())
        map.insert(u"states"_s, namesTree(field.states));
    return Tree(std::move(map));
}

static Tree kindTree(const domain::Kind& kind)
{
    Tree::List groups;
    for (const domain::FieldGroup& group : kind.groups) {
        Tree::List fields;
        for (const domain::Field& field : group.fields)
            fields.append(fieldTree(field));
        groups.append(Tree(Tree::Map{{u"group"_s, Tree(group.name)},
                                     {u"policy"_s, Tree(policyName(group.policy))},
                                     {u"fields"_s, Tree(std::move(fields))}}));
    }
    return Tree(Tree::Map{{u"kind"_s, Tree(kind.name)},
                          {u"channel"_s, Tree(channelName(kind.channel))},
                          {u"groups"_s, Tree(std::move(groups))}});
}

QByteArray schemaJson(const domain::Schema& schema)
{
    Tree::List kinds;
    for (const domain::Kind& kind : schema.kinds())
        kinds.append(kindTree(kind));
    return treeToJson(
        Tree(Tree::Map{{u"version"_s, Tree(schema.version())}, {u"kinds"_s, Tree(std::move(kinds))}}));
}

} // namespace thidua::protocol
