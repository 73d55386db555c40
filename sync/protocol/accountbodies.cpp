#include "protocol/bodies.h"
#include "protocol/codec.h"

// Enrolment and GET /v1/me.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

static Tree userTree(const User& user, Format format)
{
    Tree::List grants;
    for (const domain::Grant& grant : user.grants) {
        Tree::Map map{{u"role"_s, Tree(roleName(grant.role))}, {u"scope"_s, Tree(grant.scope.name())}};
        if (grant.from != 0)
            map.insert(u"from"_s, Tree(grant.from));
        if (grant.to != 0)
            map.insert(u"to"_s, Tree(grant.to));
        grants.append(Tree(std::move(map)));
    }
    return Tree(Tree::Map{{u"id"_s, idTree(user.id, format)},
                          {u"name"_s, Tree(user.name)},
                          {u"grants"_s, Tree(std::move(grants))}});
}

// Grants of roles or scopes that are not known here belong to a newer server and give nothing.
static Result<User> userOf(const Tree& tree)
{
    MemberReader reader(tree, "user");
    User user{reader.id<UserId>("id"_L1), reader.text("name"_L1), {}};
    for (const Tree& item : reader.list("grants"_L1)) {
        MemberReader grant(item, "grants");
        const auto role = domain::roleFromName(grant.text("role"_L1));
        const auto scope = domain::Channel::fromName(grant.text("scope"_L1));
        const qint64 from = grant.integer("from"_L1, false);
        const qint64 to = grant.integer("to"_L1, false);
        if (!grant.ok())
            return grant.error();
        if (role && scope)
            user.grants.append({*role, *scope, from, to});
    }
    if (!reader.ok())
        return reader.error();
    return user;
}

QByteArray encode(const EnrolRequest& body, Format format)
{
    Tree::Map map{{u"name"_s, Tree(body.name)}};
    if (!body.code.isEmpty()) {
        map.insert(u"code"_s, Tree(body.code));
    } else {
        map.insert(u"login"_s, Tree(body.login));
        map.insert(u"password"_s, Tree(body.password));
    }
    return toBytes(Tree(std::move(map)), format);
}

template<>
Result<EnrolRequest> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    EnrolRequest body;
    body.code = reader.text("code"_L1, false);
    body.login = reader.text("login"_L1, body.code.isEmpty());
    body.password = reader.text("password"_L1, body.code.isEmpty());
    body.name = reader.text("name"_L1);
    if (!reader.ok())
        return reader.error();
    return body;
}

QByteArray encode(const EnrolAnswer& body, Format format)
{
    return toBytes(Tree(Tree::Map{{u"device"_s, idTree(body.device, format)},
                                  {u"token"_s, Tree(body.token)},
                                  {u"user"_s, userTree(body.user, format)},
                                  {u"epoch"_s, Tree(body.epoch)},
                                  {u"time"_s, Tree(body.time)}}),
                   format);
}

template<>
Result<EnrolAnswer> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    auto user = userOf((*tree)["user"_L1]);
    EnrolAnswer body{reader.id<DeviceId>("device"_L1), reader.text("token"_L1), user.valueOr(User()),
                     reader.text("epoch"_L1), reader.integer("time"_L1)};
    if (!reader.ok() || !user)
        return reader.ok() ? user.error() : reader.error();
    return body;
}

QByteArray encode(const MeAnswer& body, Format format)
{
    return toBytes(Tree(Tree::Map{{u"user"_s, userTree(body.user, format)},
                                  {u"grants"_s, userTree(body.user, format)["grants"_L1]},
                                  {u"channels"_s, namesTree(body.channels)},
                                  {u"held"_s, namesTree(body.held)}}),
                   format);
}

template<>
Result<MeAnswer> decode(const QByteArray& bytes, Format format)
{
    auto tree = fromBytes(bytes, format);
    if (!tree)
        return tree.error();
    MemberReader reader(*tree);
    auto user = userOf((*tree)["user"_L1]);
    MeAnswer body{user.valueOr(User()), reader.texts("channels"_L1), reader.texts("held"_L1, false)};
    if (!reader.ok() || !user)
        return reader.ok() ? user.error() : reader.error();
    return body;
}

} // namespace thidua::protocol
