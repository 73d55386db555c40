#include "samplecity.h"

#include "server/passwords.h"
#include "server/sample/sampledata.h"

namespace thidua
{

namespace sample = server::sample;

static constexpr qsizetype editsInCommit = 2000;

static Result<void> addPerson(server::Writing& writing, const sample::Person& person,
                              const server::PasswordHash& password)
{
    server::Account account{0, person.id, server::normaliseLogin(person.login), person.name, {}, 0};
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

static Result<void> addPeople(Environment& environment, People& people, const sample::Data& data)
{
    // One hash for all: the password is printed anyway, and hashing it for everybody would take long.
    auto password = server::hashPassword(sample::samplePassword(), environment.random);
    if (!password)
        return password.error();
    return people.writer().commitOne([&](server::Writing& writing) -> Result<void> {
        for (const sample::Person& person : data.people) {
            if (auto added = addPerson(writing, person, *password); !added)
                return added;
        }
        return {};
    });
}

static server::ServerEdit serverEdit(const sample::Edit& edit)
{
    return {edit.record, edit.kind, edit.set, {edit.author, domain::rankOf(edit.role), edit.at}};
}

Result<QJsonObject> addSample(Environment& environment, People& people)
{
    const sample::Data data = sample::sampleData();
    if (auto added = addPeople(environment, people, data); !added)
        return added.error();
    server::ServerAuthor author(people.writer());
    for (qsizetype from = 0; from < data.edits.size(); from += editsInCommit) {
        QList<server::ServerEdit> edits;
        for (const sample::Edit& edit : data.edits.mid(from, editsInCommit))
            edits.append(serverEdit(edit));
        if (auto done = author.author(edits); !done)
            return done.error();
    }
    people.writer().settle();
    return sample::describe(data);
}

} // namespace thidua
