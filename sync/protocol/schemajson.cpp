#include "protocol/codec.h"
#include "protocol/jsonwriter.h"
#include "protocol/members.h"

// GET /v1/schema (PROTOCOL.md, "Schema").
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

QString channelName(domain::ChannelRule rule)
{
    switch (rule) {
    case domain::ChannelRule::City:
        return u"city"_s;
    case domain::ChannelRule::Block:
        return u"block"_s;
    case domain::ChannelRule::Unit:
        return u"unit"_s;
    case domain::ChannelRule::User:
        return u"user"_s;
    }
    Q_UNREACHABLE();
}

void write(JsonWriter& out, const domain::Field& field)
{
    const QList<domain::Role> writers = field.writers();
    out.beginMap();
    out.key("name");
    out.text(field.name);
    out.key("type");
    out.text(field.type.name());
    out.key("required");
    out.boolean(field.required);
    out.key("write");
    out.beginList(writers.size());
    for (domain::Role role : writers)
        out.text(domain::roleName(role));
    out.endList();
    if (!field.states.isEmpty()) {
        out.key("states");
        writeTexts(out, field.states);
    }
    out.endMap();
}

void write(JsonWriter& out, const domain::FieldGroup& group)
{
    out.beginMap();
    out.key("group");
    out.text(group.name);
    out.key("policy");
    out.text(domain::policyName(group.policy));
    out.key("fields");
    out.beginList(group.fields.size());
    for (const domain::Field& field : group.fields)
        write(out, field);
    out.endList();
    out.endMap();
}

void write(JsonWriter& out, const domain::Kind& kind)
{
    out.beginMap();
    out.key("kind");
    out.text(kind.name);
    out.key("channel");
    out.text(channelName(kind.channel));
    out.key("groups");
    out.beginList(kind.groups.size());
    for (const domain::FieldGroup& group : kind.groups)
        write(out, group);
    out.endList();
    out.endMap();
}

} // namespace

QByteArray schemaJson(const domain::Schema& schema)
{
    JsonWriter out;
    out.beginMap();
    out.key("version");
    out.integer(schema.version());
    out.key("kinds");
    out.beginList(schema.kinds().size());
    for (const domain::Kind& kind : schema.kinds())
        write(out, kind);
    out.endList();
    out.endMap();
    return out.take();
}

} // namespace thidua::protocol
