#include "auditfolder.h"
#include "commands.h"
#include "people.h"

#include "server/sample/loadsample.h"

namespace thidua
{

using namespace Qt::StringLiterals;

Result<void> runInit(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"sample"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    if (auto made = directory.make(); !made)
        return made;
    auto created = server::ServerStore::create(directory.database(), environment.schema, environment.clock,
                                               environment.random);
    if (!created)
        return created.error();
    created->reset();
    auto people = People::open(environment, directory);
    if (!people)
        return people.error();
    const auto login = u"admin"_s;
    auto admin = (*people)->add({.login = login,
                                 .name = u"Quản trị hệ thống"_s,
                                 .grants = {{domain::Role::Admin, domain::Channel::city(), 0, 0}},
                                 .password = {}});
    if (!admin)
        return admin.error();
    auto code = (*people)->issueCode(login);
    if (!code)
        return code.error();
    QJsonObject answer{{u"admin"_s, QJsonObject{{u"login"_s, login}, {u"code"_s, *code}}}};
    if (arguments.has(u"sample"_s)) {
        const auto sample = server::sample::sampleData();
        if (auto loaded = server::sample::loadSample(sample, (*people)->writer(), environment.random);
            !loaded)
            return loaded;
        answer.insert(u"sample"_s, server::sample::describe(sample));
    }
    if (auto noted = AuditFolder(environment, directory.path()).sign((*people)->store()); !noted)
        return noted.error();
    print(answer);
    return {};
}

} // namespace thidua
