#include "people.h"
#include "qrcode.h"

#include <QTextStream>
#include <QUrlQuery>

namespace thidua
{

using namespace Qt::StringLiterals;

static Result<void> list(People& people)
{
    auto devices = people.store().devices.all();
    if (!devices)
        return devices.error();
    for (const server::Device& device : std::as_const(*devices)) {
        auto account = people.store().accounts.byNumber(device.account);
        if (!account)
            return account.error();
        print({{u"id"_s, device.id.toText()},
               {u"name"_s, device.name},
               {u"login"_s, *account ? (*account)->login : QString()},
               {u"mark"_s, device.mark},
               {u"created"_s, device.createdAt},
               {u"pushed"_s, device.seenAt},
               {u"revoked"_s, device.revokedAt != 0}});
    }
    return {};
}

Result<void> runDevice(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete;
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    if (arguments.word(0) == "list"_L1)
        return list(**people);
    if (arguments.word(0) != "revoke"_L1)
        return {ErrorCode::Malformed, u"device list, or device revoke ID"_s};
    const auto id = DeviceId::fromText(arguments.word(1));
    if (!id)
        return {ErrorCode::Malformed, u"not a device's id: "_s + arguments.word(1)};
    return (*people)->revokeDevice(*id);
}

Result<void> runEnrol(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"url"_s}); !complete)
        return complete;
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    auto code = (*people)->issueCode(arguments.word(0));
    if (!code)
        return code.error();
    QUrlQuery query;
    if (arguments.has(u"url"_s))
        query.addQueryItem(u"server"_s, arguments.value(u"url"_s));
    query.addQueryItem(u"code"_s, *code);
    auto picture = qrCode("thidua:enrol?"_L1 + query.toString(QUrl::FullyEncoded));
    if (!picture)
        return picture.error();
    // The code alone in the first line, for scripts.
    QTextStream(stdout) << *code << "\n" << *picture;
    return {};
}

} // namespace thidua
