#include "server/sample/loadsample.h"

#include "server/passwords.h"
#include "server/standings/standings.h"

namespace thidua::server::sample
{

static Result<void> addPerson(Writing& writing, const Person& person, const PasswordHash& password)
{
    Account account{0, person.id, normaliseLogin(person.login), person.name, {}, 0};
    if (person.hasPassword)
        account.password = password;
    auto number = writing.store.accounts.add(account, writing.now);
    if (!number)
        return number.error();
    for (const domain::Grant& grant : person.grants) {
        if (auto granted = writing.store.accounts.grant(*number, grant); !granted)
            return granted;
    }
    return {};
}

static Result<void> addPeople(const Data& data, Writer& writer, Random& random)
{
    // One hash for all: the password is printed anyway, and hashing it for everybody would take long.
    auto password = hashPassword(samplePassword(), random);
    if (!password)
        return password.error();
    return writer.commitOne([&](Writing& writing) -> Result<void> {
        for (const Person& person : data.people) {
            if (auto added = addPerson(writing, person, *password); !added)
                return added;
        }
        return {};
    });
}

Result<void> loadSample(const Data& data, Writer& writer, Random& random)
{
    constexpr qsizetype commitSize = 2000; // bounds what one transaction holds in memory
    if (auto added = addPeople(data, writer, random); !added)
        return added;
    ServerAuthor author(writer);
    for (qsizetype from = 0; from < data.edits.size(); from += commitSize) {
        QList<ServerEdit> edits;
        for (const Edit& edit : data.edits.mid(from, commitSize))
            edits.append(
                {edit.record, edit.kind, edit.set, {edit.author, domain::rankOf(edit.role), edit.at}});
        if (auto written = author.author(edits); !written)
            return written;
    }
    return Standings().settle(author); // a new one computes everything
}

} // namespace thidua::server::sample
