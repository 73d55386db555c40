#include "protocol/bodies.h"
#include "protocol/members.h"

// POST /v1/devices and GET /v1/me.
namespace thidua::protocol
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto keyText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

void write(BodyWriter& out, const domain::Grant& grant)
{
    out.beginMap();
    if (grant.to != 0) {
        out.key("to");
        out.integer(grant.to);
    }
    if (grant.from != 0) {
        out.key("from");
        out.integer(grant.from);
    }
    out.key("role");
    out.text(domain::roleName(grant.role));
    out.key("scope");
    out.text(grant.scope.name());
    out.endMap();
}

void write(BodyWriter& out, const User& user)
{
    out.beginMap();
    out.key("id");
    out.id(user.id);
    out.key("name");
    out.text(user.name);
    out.key("grants");
    out.beginList(user.grants.size());
    for (const domain::Grant& grant : user.grants)
        write(out, grant);
    out.endList();
    out.endMap();
}

// A role or scope that this version does not know gives it nothing; the server decides in any case.
void readGrant(BodyReader& in, QList<domain::Grant>& grants)
{
    QString role;
    QString scope;
    domain::Grant grant;
    readMembers(in, {required("role"_L1, [&] { role = in.text(); }),
                     required("scope"_L1, [&] { scope = in.text(); }),
                     optional("from"_L1, [&] { grant.from = in.integer(); }),
                     optional("to"_L1, [&] { grant.to = in.integer(); })});
    const auto knownRole = domain::roleFromName(role);
    const auto knownScope = domain::Channel::fromName(scope);
    if (!knownRole || !knownScope)
        return;
    grant.role = *knownRole;
    grant.scope = *knownScope;
    grants.append(grant);
}

void read(BodyReader& in, User& user)
{
    readMembers(in, {required("id"_L1, [&] { user.id = in.id<UserId>(); }),
                     required("name"_L1, [&] { user.name = in.text(); }),
                     required("grants"_L1, [&] { in.list([&] { readGrant(in, user.grants); }); })});
}

// Base64url in both notations: a text that people can compare.
void writeKey(BodyWriter& out, const QByteArray& key)
{
    if (key.isEmpty())
        return;
    out.key("handover");
    out.text(QString::fromLatin1(key.toBase64(keyText)));
}

QByteArray readKey(BodyReader& in)
{
    const auto key = QByteArray::fromBase64Encoding(in.text().toLatin1(), keyText);
    return key ? *key : QByteArray(); // a device without it cannot hand over, and does all else
}

} // namespace

void write(BodyWriter& out, const EnrolRequest& body)
{
    out.beginMap();
    if (!body.code.isEmpty()) {
        out.key("code");
        out.text(body.code);
    }
    out.key("name");
    out.text(body.name);
    if (body.code.isEmpty()) {
        out.key("login");
        out.text(body.login);
        out.key("password");
        out.text(body.password);
    }
    out.endMap();
}

void read(BodyReader& in, EnrolRequest& body)
{
    readMembers(in, {optional("code"_L1, [&] { body.code = in.text(); }),
                     optional("login"_L1, [&] { body.login = in.text(); }),
                     optional("password"_L1, [&] { body.password = in.text(); }),
                     optional("name"_L1, [&] { body.name = in.text(); })});
    if (in.ok() && body.code.isEmpty() && (body.login.isEmpty() || body.password.isEmpty()))
        in.fail(ErrorCode::Malformed, "neither a code nor login and password");
}

void write(BodyWriter& out, const EnrolAnswer& body)
{
    out.beginMap();
    out.key("time");
    out.integer(body.time);
    out.key("user");
    write(out, body.user);
    out.key("epoch");
    out.text(body.epoch);
    out.key("token");
    out.text(body.token);
    out.key("device");
    out.id(body.device);
    writeKey(out, body.handoverKey);
    out.endMap();
}

void read(BodyReader& in, EnrolAnswer& body)
{
    readMembers(in, {required("time"_L1, [&] { body.time = in.integer(); }),
                     required("user"_L1, [&] { read(in, body.user); }),
                     required("epoch"_L1, [&] { body.epoch = in.text(); }),
                     required("token"_L1, [&] { body.token = in.text(); }),
                     required("device"_L1, [&] { body.device = in.id<DeviceId>(); }),
                     optional("handover"_L1, [&] { body.handoverKey = readKey(in); })});
}

void write(BodyWriter& out, const MeAnswer& body)
{
    out.beginMap();
    out.key("held");
    writeTexts(out, body.held);
    out.key("user");
    write(out, body.user);
    out.key("channels");
    writeTexts(out, body.channels);
    writeKey(out, body.handoverKey);
    out.endMap();
}

void read(BodyReader& in, MeAnswer& body)
{
    readMembers(in, {optional("held"_L1, [&] { body.held = readTexts(in); }),
                     required("user"_L1, [&] { read(in, body.user); }),
                     required("channels"_L1, [&] { body.channels = readTexts(in); }),
                     optional("handover"_L1, [&] { body.handoverKey = readKey(in); })});
}

} // namespace thidua::protocol
