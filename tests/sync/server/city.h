#pragma once

#include "base/random.h"
#include "domain/names.h"
#include "server/acceptor.h"
#include "server/writer.h"
#include "support/testclock.h"
#include "testdatabase.h"

#include <QTest>

namespace thidua::test
{

using namespace Qt::StringLiterals;

// A person's tablet, as far as the server can tell: its next seq and what it was answered.
struct Tablet {
    DeviceId id;
    UserId user;
    qint64 seq = 0;
};

// What a test says of an edit; the rest follows.
struct Draft {
    RecordId record;
    QString kind;
    Fields set;
    qint64 seen = 0;
    Instant at = 0; // 0: now
    TogetherId together = {};
    QString epoch = {}; // empty: the current one
};

// A small city in memory: a block of two units, a unit outside it, and the server's accept path. Everything
// in it is deterministic.
class City
{
public:
    explicit City(const QString& path = u":memory:"_s)
        : database(path)
        , writer(open(database, schema, clock, random), clock, metrics)
    {
        block = newRecord();
        otherBlock = newRecord();
        for (RecordId* unit : {&unitA, &unitB, &outside})
            *unit = newRecord();
        QList<server::ServerEdit> edits;
        int number = 0;
        for (const RecordId& id : {block, otherBlock})
            edits.append({id,
                          kind::block,
                          {{name::code, u"K%1"_s.arg(++number)},
                           {name::name, u"Khối thi đua %1"_s.arg(number)},
                           {name::kind, u"block"_s},
                           {name::year, 2023}}});
        for (const RecordId& id : {unitA, unitB, outside})
            edits.append({id,
                          kind::unit,
                          {{name::code, u"U%1"_s.arg(++number)},
                           {name::name, u"Hội %1"_s.arg(number)},
                           {name::type, u"organisation"_s},
                           {name::validFrom, u"2023-01-01"_s},
                           {name::validTo, Value()}}});
        for (const RecordId& id : {unitA, unitB})
            edits.append(
                {newRecord(),
                 kind::membership,
                 {{name::block, block}, {name::unit, id}, {name::year, 2023}, {name::role, u"member"_s}}});
        const auto done = server::ServerAuthor(writer).author(edits);
        if (!done)
            qFatal("city: %s", qPrintable(done.error().detail));
    }

    RecordId newRecord() { return RecordId::create(clock, random); }

    Tablet person(domain::Role role, const domain::Channel& scope)
    {
        return tabletOf(addPerson({{role, scope, 0, 0}}));
    }
    Tablet officer() { return person(domain::Role::Officer, domain::Channel::unit(unitA)); }
    Tablet head() { return person(domain::Role::UnitHead, domain::Channel::unit(unitA)); }
    Tablet lead() { return person(domain::Role::BlockLead, domain::Channel::block(block)); }
    Tablet council() { return person(domain::Role::Council, domain::Channel::city()); }

    UserId newUser() { return UserId::create(clock, random); }
    UserId addPerson(const QList<domain::Grant>& grants)
    {
        const UserId id = UserId::create(clock, random);
        auto& accounts = writer.store().accounts;
        const auto number =
            accounts.add({0, id, u"person%1"_s.arg(++m_people), u"Người"_s, {}, 0}, clock.now());
        for (const domain::Grant& grant : grants)
            require(accounts.grant(*number, grant));
        return id;
    }
    Tablet tabletOf(const UserId& user)
    {
        const DeviceId id = DeviceId::create(clock, random);
        server::Device device;
        device.id = id;
        device.account = *writer.store().ids.accountOf(user);
        device.name = u"tablet"_s;
        device.createdAt = clock.now();
        require(writer.store().devices.add(device, id.view()));
        return {id, user, 0};
    }

    // The edits as the tablet would send them, with the next numbers.
    QList<protocol::PushEdit> number(Tablet& tablet, const QList<Draft>& drafts)
    {
        QList<protocol::PushEdit> edits;
        for (const Draft& draft : drafts) {
            protocol::PushEdit sent;
            sent.edit.seq = ++tablet.seq;
            sent.edit.at = draft.at == 0 ? clock.now() : draft.at;
            sent.edit.seen = draft.seen;
            sent.edit.record = draft.record;
            sent.edit.kind = draft.kind;
            sent.edit.set = draft.set;
            sent.edit.together = draft.together;
            sent.epoch = draft.epoch;
            edits.append(sent);
        }
        return edits;
    }
    server::PushOutcome deliver(const Tablet& tablet, const QList<protocol::PushEdit>& edits,
                                const QString& epoch = {})
    {
        server::PushOutcome outcome;
        const protocol::PushRequest request{epoch.isEmpty() ? epochName() : epoch, edits};
        const auto done = writer.commitOne([&](server::Writing& writing) -> Result<void> {
            auto pushed =
                server::Acceptor(writing.store, writing.working).push(tablet.id, request, writing.now);
            if (!pushed)
                return pushed.error();
            outcome = *pushed;
            return {};
        });
        require(done);
        return outcome;
    }
    // Delivers and expects results, which they are.
    QList<protocol::PushResult> push(Tablet& tablet, const QList<Draft>& drafts)
    {
        const auto outcome = deliver(tablet, number(tablet, drafts));
        const auto* answer = std::get_if<protocol::PushAnswer>(&outcome);
        if (!answer)
            qFatal("push: %s", qPrintable(std::get<protocol::Problem>(outcome).detail));
        return answer->results;
    }
    protocol::PushResult pushOne(Tablet& tablet, const Draft& draft) { return push(tablet, {draft}).first(); }

    QString epochName() { return writer.store().epoch()->name; }
    Fields values(const RecordId& id)
    {
        const auto record = server::ServerAuthor(writer).record(id);
        return *record ? (*record)->values : Fields();
    }
    merge::RecordState state(const RecordId& id) { return (*writer.store().records.load(id))->state; }

    // A report of unit A by `tablet`, version 1.
    RecordId report(Tablet& tablet)
    {
        const RecordId id = newRecord();
        const auto result = pushOne(tablet, {id, kind::report, reportFields()});
        if (result.code != ErrorCode::None)
            qFatal("report: %s", qPrintable(result.detail));
        return id;
    }
    Fields reportFields() const { return reportOf(unitA); }
    Fields reportOf(const RecordId& unit) const
    {
        return {{name::unit, unit},
                {name::criterion, RecordId::named("test", "criterion")},
                {name::movement, Value()},
                {name::period, u"2023"_s}};
    }
    static Fields result(qint64 value) { return {{name::value, value}, {name::measure, u"%"_s}}; }
    static Fields review(const QString& status, qint64 submission, const QString& reason = u"ok"_s)
    {
        return {{name::status, status}, {name::reason, reason}, {name::reviewedSubmission, submission}};
    }

    const domain::Schema& schema = domain::Schema::current();
    TestDatabase database; // outlives whoever is connected to it
    TestClock clock;
    SeededRandom random{20230321};
    server::Metrics metrics;
    server::Writer writer;
    RecordId block;
    RecordId otherBlock;
    RecordId unitA;
    RecordId unitB;
    RecordId outside;

    static void require(const Result<void>& done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

private:
    static std::unique_ptr<server::ServerStore>
    open(const server::Database& database, const domain::Schema& schema, const Clock& clock, Random& random)
    {
        auto store = server::ServerStore::create(database, schema, clock, random);
        if (!store)
            qFatal("store: %s", qPrintable(store.error().detail));
        return std::move(*store);
    }
    int m_people = 0;
};

} // namespace thidua::test

#define QCOMPARE_CODE(result, expected)                                                                      \
    do {                                                                                                     \
        const auto& held = (result);                                                                         \
        QVERIFY2(held.code == (expected), qPrintable(QString(codeName(held.code)) + u": "_s + held.detail)); \
    } while (false)
