#include "people.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTextStream>

namespace thidua
{

using namespace Qt::StringLiterals;

static QString readPassword()
{
    return QTextStream(stdin).readLine();
}

static Result<void> add(People& people, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s, u"name"_s, u"grant"_s}, {u"password-stdin"_s});
        !complete)
        return complete;
    People::NewPerson person{arguments.word(1), arguments.value(u"name"_s), {}, {}};
    QJsonArray grants;
    for (const QString& text : arguments.values(u"grant"_s)) {
        auto grant = people.parseGrant(text);
        if (!grant)
            return grant.error();
        person.grants.append(*grant);
        grants.append(
            QJsonObject{{u"role"_s, domain::roleName(grant->role)}, {u"scope"_s, grant->scope.name()}});
    }
    if (arguments.has(u"password-stdin"_s)) {
        person.password = readPassword();
        if (person.password.isEmpty())
            return {ErrorCode::InvalidValue, u"the password is empty"_s};
    }
    auto id = people.add(person);
    if (!id)
        return id.error();
    print({{u"user"_s, QJsonObject{{u"id"_s, id->toText()},
                                   {u"login"_s, person.login},
                                   {u"name"_s, person.name},
                                   {u"grants"_s, grants}}}});
    return {};
}

// Midnight in UTC; empty: no limit.
static Result<Instant> dayOf(const QString& text)
{
    if (text.isEmpty())
        return Instant(0);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return {ErrorCode::Malformed, u"not a date of the form 2023-03-21: "_s + text};
    return date.startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

static Result<void> grant(People& people, const Arguments& arguments)
{
    if (auto complete = arguments.require({u"data"_s}, {u"from"_s, u"to"_s}); !complete)
        return complete;
    auto grant = people.parseGrant(arguments.word(2));
    auto from = dayOf(arguments.value(u"from"_s));
    auto to = dayOf(arguments.value(u"to"_s));
    if (!grant || !from || !to)
        return !grant ? grant.error() : !from ? from.error() : to.error();
    grant->from = *from;
    grant->to = *to;
    return people.grant(arguments.word(1), *grant);
}

static Result<void> revoke(People& people, const Arguments& arguments)
{
    auto grant = people.parseGrant(arguments.word(2));
    if (!grant)
        return grant.error();
    return people.revoke(arguments.word(1), grant->role, grant->scope);
}

static Result<void> list(People& people)
{
    auto accounts = people.store().accounts.all();
    if (!accounts)
        return accounts.error();
    for (const server::Account& account : std::as_const(*accounts)) {
        auto held = people.store().accounts.grants(account.number);
        if (!held)
            return held.error();
        QJsonArray grants;
        for (const domain::Grant& grant : std::as_const(*held))
            grants.append(QJsonObject{{u"role"_s, domain::roleName(grant.role)},
                                      {u"scope"_s, grant.scope.name()},
                                      {u"from"_s, grant.from},
                                      {u"to"_s, grant.to}});
        print({{u"id"_s, account.id.toText()},
               {u"login"_s, account.login},
               {u"name"_s, account.name},
               {u"disabled"_s, account.disabledAt != 0},
               {u"password"_s, account.password.has_value()},
               {u"grants"_s, grants}});
    }
    return {};
}

Result<void> runUser(Environment& environment, const Arguments& arguments)
{
    if (!arguments.has(u"data"_s))
        return {ErrorCode::Malformed, u"--data is missing"_s};
    auto people = People::open(environment, DataDirectory(arguments.value(u"data"_s)));
    if (!people)
        return people.error();
    const QString action = arguments.word(0);
    if (action == "list"_L1)
        return list(**people);
    if (arguments.word(1).isEmpty())
        return {ErrorCode::Malformed, u"the login is missing"_s};
    if (action == "add"_L1)
        return add(**people, arguments);
    if (action == "grant"_L1)
        return grant(**people, arguments);
    if (action == "revoke"_L1)
        return revoke(**people, arguments);
    if (action == "disable"_L1)
        return (*people)->disable(arguments.word(1));
    if (action == "password"_L1 && arguments.has(u"password-stdin"_s))
        return (*people)->setPassword(arguments.word(1), readPassword());
    return {ErrorCode::Malformed, u"user add, grant, revoke, password --password-stdin, disable or list"_s};
}

} // namespace thidua
