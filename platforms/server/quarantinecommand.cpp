#include "people.h"

#include "protocol/codec.h"

#include <QJsonArray>

#include <QJsonDocument>

namespace thidua
{

using namespace Qt::StringLiterals;

static Result<void> list(People& people)
{
    auto devices = people.store().quarantine.devices();
    if (!devices)
        return devices.error();
    for (const qint64 number : std::as_const(*devices)) {
        auto device = people.store().devices.byNumber(number);
        auto edits = people.store().quarantine.of(number);
        if (!device || !*device || !edits)
            return !device ? device.error() : !edits ? edits.error() : Error{ErrorCode::NotFound, {}};
        auto account = people.store().accounts.byNumber((*device)->account);
        if (!account)
            return account.error();
        for (const server::QuarantinedEdit& kept : std::as_const(*edits)) {
            const protocol::PushRequest alone{kept.edit.epoch, {kept.edit}};
            const auto text = QJsonDocument::fromJson(protocol::encode(alone, protocol::Format::Json));
            print({{u"device"_s, (*device)->id.toText()},
                   {u"login"_s, *account ? (*account)->login : QString()},
                   {u"edit"_s, text[u"edits"_s].toArray().first()},
                   {u"received"_s, kept.receivedAt},
                   {u"judged"_s, kept.judgedAt != 0},
                   {u"outcome"_s, kept.outcome}});
        }
    }
    return {};
}

Result<void> runQuarantine(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}); !complete)
        return complete;
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    const QString what = arguments.word(0);
    if (what == "list"_L1)
        return list(**people);
    const auto id = DeviceId::fromText(arguments.word(1));
    if ((what != "accept"_L1 && what != "reject"_L1) || !id)
        return {ErrorCode::Malformed,
                u"quarantine list, quarantine accept DEVICE, or quarantine reject DEVICE"_s};
    auto judged = (*people)->judgeQuarantine(*id, what == "accept"_L1);
    if (!judged)
        return judged.error();
    print({{u"judged"_s, judged->judged},
           {u"accepted"_s, judged->accepted},
           {u"refused"_s, judged->refused},
           {u"drafts"_s, judged->drafts}});
    return {};
}

} // namespace thidua
