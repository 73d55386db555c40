#include "fuzz/harness.h"

#include "support/sampledevice.h"

#include "protocol/codec.h"

namespace thidua::fuzz
{

using namespace Qt::StringLiterals;
using namespace protocol;
using store::LocalStore;

// An officer's device in memory with one report that waits to be sent.
class Device
{
public:
    Device()
        : m_store(*LocalStore::open(u":memory:"_s, domain::Schema::current(), m_clock, m_random))
    {
        promise(bool(m_store->enrol(test::identity(test::officerOf(test::unitA)))),
                "a device can be enrolled");
        const auto fields = test::reportFields(test::unitA, test::quantity, 10, Value());
        promise(bool(m_store->save({QString(kind::report), {}, 0, fields, {}})), "work can be saved");
    }
    [[nodiscard]] LocalStore& store() { return *m_store; }

private:
    test::TestClock m_clock;
    SeededRandom m_random{7};
    std::unique_ptr<LocalStore> m_store;
};

// Everything that a screen or the next sync may ask for.
static void readAll(LocalStore& store)
{
    for (const domain::Kind& kind : domain::Schema::current().kinds()) {
        const auto records = store.records(kind.name, {}, true);
        promise(bool(records), "what was stored can be listed");
        for (const store::Record& record : *records) {
            promise(bool(store.groups(record.id)), "what was stored can be looked at");
            promise(bool(store.history(record.id)), "what was stored has a history");
        }
    }
    promise(bool(store.conflicts()), "conflicts can be listed");
    const auto counts = store.counts();
    promise(counts && counts->pendingEdits == 1, "a page takes nothing out of the outbox");
}

// A pull's answer in CBOR, from a server that may say anything.
void page(const QByteArray& input)
{
    const auto answer = decode<PullAnswer>(input, Format::Cbor);
    if (!answer)
        return;
    Device device;
    LocalStore& store = device.store();
    const store::Page page{answer->epoch, answer->channels, answer->gone, answer->tables};
    const auto before = store.positions();
    if (!store.applyPage(page)) {
        promise(*store.positions() == *before, "a page that is refused leaves the positions alone");
        return readAll(store);
    }
    readAll(store);
    const auto digests = store.digests();
    promise(bool(digests), "digests can be read");
    promise(bool(store.applyPage(page)), "a page that was stored can be stored again");
    promise(*store.digests() == *digests, "stored twice is stored once");
    readAll(store);
}

static QByteArray encoded(const store::Page& page, bool compact = false)
{
    PullAnswer answer;
    answer.compact = compact;
    answer.epoch = page.epoch;
    answer.channels = page.channels;
    answer.gone = page.gone;
    answer.tables = page.tables;
    return encode(answer, Format::Cbor);
}

QList<QByteArray> pageSeeds()
{
    using namespace test;
    const RecordId report = idOf("report");
    const Fields fields = reportFields(unitA, quantity, 10, Value());
    const Fields other{{name::value, 20}, {name::measure, u"%"_s}};
    auto first = Decisions().row(kind::report, report, fields);
    auto beside = Decisions().row(kind::report, report, fields);
    beside.sibling(report, other, {.version = 2, .rank = 10});
    auto mixed = Decisions().row(kind::report, report, fields);
    mixed.mixed(report, QStringList(other.keys()), {.version = 2, .rank = 20});
    store::Page gone = Decisions().row(kind::report, report, fields).take();
    gone.gone = {u"city"_s};
    gone.tables.first().moved = {report};
    const store::Page siblings = beside.take();
    const store::Page stamps = mixed.take();
    return {encoded(first.take()), encoded(siblings),       encoded(stamps),
            encoded(gone),         encoded(siblings, true), encoded(stamps, true)};
}

} // namespace thidua::fuzz
