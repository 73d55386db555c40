#include "people.h"

#include "domain/names.h"
#include "protocol/draft.h"
#include "server/acceptor.h"
#include "server/enrolment.h"
#include "server/ownedits.h"
#include "server/passwords.h"

namespace thidua
{

using namespace Qt::StringLiterals;

People::People(Environment& environment, std::unique_ptr<server::ServerStore> store)
    : m_environment(environment)
    , m_writer(std::move(store), environment.clock, m_metrics)
{
}

Result<std::unique_ptr<People>> People::open(Environment& environment, const DataDirectory& directory)
{
    auto store = directory.open(environment.schema);
    if (!store)
        return store.error();
    return std::unique_ptr<People>(new People(environment, std::move(*store)));
}

Result<server::Account> People::find(const QString& login)
{
    auto account = store().accounts.byLogin(server::normaliseLogin(login));
    if (!account)
        return account.error();
    if (!*account)
        return {ErrorCode::NotFound, u"there is no person with the login "_s + login};
    return **account;
}

static Result<std::optional<server::PasswordHash>> hashOf(const QString& password, Random& random)
{
    if (password.isEmpty())
        return std::optional<server::PasswordHash>();
    if (password.size() < server::minPasswordLength || password.size() > server::maxPasswordLength)
        return {ErrorCode::InvalidValue, u"a password has 10 to 256 characters"_s};
    auto hash = server::hashPassword(password, random);
    if (!hash)
        return hash.error();
    return std::optional(*hash);
}

// Whoever may run commands has the machine: the log knows no more of them.
static Result<void> note(server::Writing& writing, QLatin1String what, const QString& subject)
{
    return writing.store.audit.add({what, subject}, writing.now);
}

static QString subjectOf(const UserId& person, domain::Role role, const domain::Channel& scope)
{
    return person.toText() + u' ' + domain::roleName(role) + u'@' + scope.name();
}

Result<UserId> People::add(const NewPerson& person)
{
    const QString login = server::normaliseLogin(person.login);
    if (login.isEmpty() || person.name.trimmed().isEmpty())
        return {ErrorCode::Malformed, u"a login and a name are needed"_s};
    auto password = hashOf(person.password, m_environment.random);
    if (!password)
        return password.error();
    const UserId id = UserId::create(m_environment.clock, m_environment.random);
    const QString name = person.name.normalized(QString::NormalizationForm_C).simplified();
    auto done = m_writer.commitOne([&](server::Writing& writing) -> Result<void> {
        auto number = writing.store.accounts.add({0, id, login, name, *password, 0}, writing.now);
        if (!number)
            return number.error();
        for (const domain::Grant& grant : person.grants) {
            if (auto granted = writing.store.accounts.grant(*number, grant); !granted)
                return granted;
        }
        if (auto noted = note(writing, server::deed::personAdded, id.toText()); !noted)
            return noted;
        for (const domain::Grant& grant : person.grants) {
            if (auto noted = note(writing, server::deed::granted, subjectOf(id, grant.role, grant.scope));
                !noted)
                return noted;
        }
        // Devices show names by the person records, whose id is the person's.
        const server::ServerEdit record{*RecordId::fromBytes(id.view()), kind::person, {{name::name, name}}};
        return server::OwnEdits(writing.store, writing.working).enter({record}, writing.now);
    });
    if (!done)
        return done.error();
    return id;
}

Result<void> People::grant(const QString& login, const domain::Grant& grant)
{
    auto account = find(login);
    if (!account)
        return account.error();
    return m_writer.commitOne([&](server::Writing& writing) {
        auto done = writing.store.accounts.grant(account->number, grant);
        return done ? note(writing, server::deed::granted, subjectOf(account->id, grant.role, grant.scope))
                    : done;
    });
}

Result<void> People::revoke(const QString& login, domain::Role role, const domain::Channel& scope)
{
    auto account = find(login);
    if (!account)
        return account.error();
    return m_writer.commitOne([&](server::Writing& writing) {
        auto done = writing.store.accounts.endGrant(account->number, role, scope, writing.now);
        return done ? note(writing, server::deed::grantEnded, subjectOf(account->id, role, scope)) : done;
    });
}

Result<void> People::setPassword(const QString& login, const QString& password)
{
    auto account = find(login);
    if (!account)
        return account.error();
    auto hash = hashOf(password, m_environment.random);
    if (!hash)
        return hash.error();
    if (!*hash)
        return {ErrorCode::InvalidValue, u"the password is empty"_s};
    return m_writer.commitOne([&](server::Writing& writing) {
        auto done = writing.store.accounts.setPassword(account->number, **hash);
        return done ? note(writing, server::deed::passwordSet, account->id.toText()) : done;
    });
}

Result<void> People::disable(const QString& login)
{
    auto account = find(login);
    if (!account)
        return account.error();
    return m_writer.commitOne([&](server::Writing& writing) {
        auto done = writing.store.accounts.disable(account->number, writing.now);
        return done ? note(writing, server::deed::personDisabled, account->id.toText()) : done;
    });
}

Result<QString> People::issueCode(const QString& login)
{
    auto account = find(login);
    if (!account)
        return account.error();
    if (account->disabledAt != 0)
        return {ErrorCode::Forbidden, u"the person is disabled"_s};
    QString code;
    auto done = m_writer.commitOne([&](server::Writing& writing) -> Result<void> {
        auto issued = server::Enrolment(writing.store, m_environment.clock, m_environment.random)
                          .issueCode(account->number);
        if (!issued)
            return issued.error();
        code = *issued;
        return {};
    });
    if (!done)
        return done.error();
    return code;
}

Result<void> People::revokeDevice(const DeviceId& id)
{
    auto device = store().devices.byId(id);
    if (!device)
        return device.error();
    if (!*device || (*device)->number == 0)
        return {ErrorCode::NotFound, u"there is no such device"_s};
    return m_writer.commitOne([&](server::Writing& writing) {
        auto done = writing.store.devices.revoke((*device)->number, writing.now);
        return done ? note(writing, server::deed::deviceRevoked, (*device)->id.toText()) : done;
    });
}

// Enters what a person has accepted, number by number. What was answered while the device was in use, and
// what a copy of the tablet had under a number that is taken, is kept to be read and enters nothing.
class AcceptedQuarantine
{
public:
    AcceptedQuarantine(server::Writing& writing, const server::Device& device)
        : m_writing(writing)
        , m_device(device)
        , m_next(device.mark + 1)
    {
    }
    [[nodiscard]] Result<People::Judged> enter(const QList<server::QuarantinedEdit>& kept)
    {
        for (const server::QuarantinedEdit& one : kept) {
            auto outcome = isDraft(one) ? Result<QString>(QString(protocol::draftKind)) : enterOne(one);
            auto noted =
                outcome ? m_writing.store.quarantine.judged(m_device.number, one, *outcome, m_writing.now)
                        : outcome.error();
            if (!noted)
                return noted.error();
            ++(isDraft(one) ? m_sum.drafts : *outcome == u"accepted"_s ? m_sum.accepted : m_sum.refused);
        }
        return m_sum;
    }

private:
    // Nobody has said that it is finished: it stays to be read, and is entered by a person or not at all.
    [[nodiscard]] static bool isDraft(const server::QuarantinedEdit& one)
    {
        return one.edit.edit.kind == protocol::draftKind;
    }
    [[nodiscard]] Result<QString> enterOne(const server::QuarantinedEdit& one)
    {
        const qint64 seq = one.edit.edit.seq;
        if (seq < m_next)
            return seq <= m_device.mark ? u"answered before"_s : QString(codeName(ErrorCode::DeviceForked));
        protocol::PushRequest request{m_writing.working.epoch().name, {}};
        for (; m_next < seq; ++m_next) // a number whose edit is gone is taken by one that sets nothing
            request.edits.append(nothing(m_next));
        request.edits.append(one.edit);
        ++m_next;
        auto outcome = server::Acceptor(m_writing.store, m_writing.working)
                           .pushFromQuarantine(m_device.id, request, m_writing.now);
        if (!outcome)
            return outcome.error();
        if (const auto* problem = std::get_if<protocol::Problem>(&*outcome))
            return {problem->code, problem->detail};
        const auto& result = std::get<protocol::PushAnswer>(*outcome).results.last();
        return result.code == ErrorCode::None ? u"accepted"_s : QString(codeName(result.code));
    }
    [[nodiscard]] static protocol::PushEdit nothing(qint64 seq)
    {
        protocol::PushEdit edit;
        edit.edit.seq = seq;
        edit.edit.kind = u"nothing"_s;
        return edit;
    }

    server::Writing& m_writing;
    const server::Device& m_device;
    qint64 m_next;
    People::Judged m_sum;
};

static Result<People::Judged> rejectAll(server::Writing& writing, const server::Device& device,
                                        const QList<server::QuarantinedEdit>& kept)
{
    for (const server::QuarantinedEdit& one : kept) {
        auto done = writing.store.quarantine.judged(device.number, one, u"rejected"_s, writing.now);
        if (!done)
            return done.error();
    }
    return People::Judged{0, 0, kept.size(), 0};
}

Result<People::Judged> People::judgeQuarantine(const DeviceId& id, bool accept)
{
    auto device = store().devices.byId(id);
    auto kept = device && *device ? store().quarantine.of((*device)->number)
                                  : Result<QList<server::QuarantinedEdit>>(ErrorCode::NotFound);
    if (!kept)
        return kept.error();
    // What a tablet in use has left here it may still send itself, under the same numbers.
    if (accept && (*device)->revokedAt == 0)
        return {ErrorCode::Forbidden, u"the device is in use; revoke it first"_s};
    kept->removeIf([](const server::QuarantinedEdit& one) { return one.judgedAt != 0; });
    if (kept->isEmpty())
        return {ErrorCode::NotFound, u"nothing of this device waits for a judgement"_s};
    Judged sum;
    auto done = m_writer.commitOne([&](server::Writing& writing) -> Result<void> {
        auto judged =
            accept ? AcceptedQuarantine(writing, **device).enter(*kept) : rejectAll(writing, **device, *kept);
        if (!judged)
            return judged.error();
        sum = *judged;
        return note(writing, accept ? server::deed::quarantineAccepted : server::deed::quarantineRejected,
                    id.toText());
    });
    if (!done)
        return done.error();
    sum.judged = kept->size();
    return sum;
}

// Codes come back after a merger of units and every year for blocks; the newest one is meant.
static QString since(const server::StoredRecord& record)
{
    const auto& values = record.values;
    return values.contains(name::validFrom) ? values.value(name::validFrom).toText()
                                            : QString::number(values.value(name::year).toInteger());
}

Result<domain::Channel> People::parseScope(const QString& text)
{
    if (const auto channel = domain::Channel::fromName(text))
        return *channel;
    const QString kind = text.section(u'/', 0, 0);
    const QString code = text.section(u'/', 1);
    if (kind != kind::unit && kind != kind::block)
        return {ErrorCode::Malformed, u"not a scope: "_s + text};
    auto records = server::ServerAuthor(m_writer).values(kind, domain::Channel::city().name());
    if (!records)
        return records.error();
    const server::StoredRecord* newest = nullptr;
    for (const server::StoredRecord& record : std::as_const(*records)) {
        if (record.values.value(name::code).toText() == code && (!newest || since(record) > since(*newest)))
            newest = &record;
    }
    if (!newest)
        return {ErrorCode::NotFound, u"there is no "_s + kind + u" with the code "_s + code};
    return kind == kind::unit ? domain::Channel::unit(newest->record)
                              : domain::Channel::block(newest->record);
}

Result<domain::Grant> People::parseGrant(const QString& text)
{
    const auto role = domain::roleFromName(text.section(u'@', 0, 0));
    if (!role || !text.contains(u'@'))
        return {ErrorCode::Malformed, u"not a grant of the form ROLE@SCOPE: "_s + text};
    auto scope = parseScope(text.section(u'@', 1));
    if (!scope)
        return scope.error();
    return domain::Grant{*role, *scope, 0, 0};
}

} // namespace thidua
