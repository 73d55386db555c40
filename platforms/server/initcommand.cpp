#include "auditfolder.h"
#include "commands.h"
#include "people.h"

#include "server/sample/loadsample.h"

#include <QFile>

namespace thidua
{

using namespace Qt::StringLiterals;

static Result<server::Database> databaseOf(const Arguments& arguments, const DataDirectory& directory)
{
    if (!arguments.has(u"postgres"_s))
        return directory.database();
    if (QFile::exists(directory.file()))
        return {ErrorCode::StorageFailed, u"there is a database already: "_s + directory.file()};
    auto database = databaseFrom(arguments);
    auto exists = database ? database->exists() : database.error();
    if (!exists || *exists)
        return !exists
                   ? exists.error()
                   : Error{ErrorCode::StorageFailed, u"there is a database already: "_s + database->name()};
    // Kept before anything is there, so that after a failure init can be run again.
    auto kept = directory.keep(*database->address());
    return kept ? database : kept.error();
}

Result<void> runInit(Environment& environment, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"sample"_s, u"postgres"_s, u"city"_s}); !complete)
        return complete;
    const DataDirectory directory(arguments.value(u"data"_s));
    if (auto made = directory.make(); !made)
        return made;
    auto database = databaseOf(arguments, directory);
    if (!database)
        return database.error();
    auto created =
        server::ServerStore::create(*database, environment.schema, environment.clock, environment.random);
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
