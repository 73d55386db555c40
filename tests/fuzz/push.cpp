#include "fuzz/harness.h"

#include "sync/server/city.h"

#include "protocol/codec.h"

namespace thidua::fuzz
{

using namespace test;
using namespace protocol;

// One server for all inputs: what an input wrote is rolled back, so that none depends on another.
class Service
{
public:
    Service()
        : m_officer(m_city.officer())
        , m_report(m_city.report(m_officer))
        , m_edited(m_city.newRecord())
    {
    }

    // Refused as a whole, or one result for each edit; and the same again when it is delivered again.
    void take(const PushRequest& request)
    {
        const auto done = m_city.writer.commitOne([&](server::Writing& writing) -> Result<void> {
            server::Acceptor acceptor(writing.store, writing.working);
            const auto first = acceptor.push(m_officer.id, request, writing.now);
            promise(bool(first), "no push makes the store fail");
            if (const auto* answer = std::get_if<PushAnswer>(&*first)) {
                const auto second = acceptor.push(m_officer.id, request, writing.now);
                promise(bool(second), "no push makes the store fail when it comes again");
                compare(request, *answer, std::get_if<PushAnswer>(&*second));
            }
            return Error{ErrorCode::Busy, {}};
        });
        promise(!done, "what an input wrote is taken back");
        promise(m_city.state(m_report).version == 1, "the record is as it was");
    }

    [[nodiscard]] QList<QByteArray> seeds()
    {
        Tablet tablet = m_officer;
        const auto one = TogetherId::named("fuzz", "together");
        const QList<Draft> drafts{
            {m_edited, kind::report, m_city.reportFields()},
            {m_report, kind::report, City::result(9650), 1},
            {.record = m_report, .kind = kind::report, .set = {{name::note, u"gấp"_s}}, .together = one},
            {.record = m_edited, .kind = kind::report, .set = {{name::deleted, true}}, .together = one},
            {m_city.unitB, kind::unit, {{name::name, u"Hội khác"_s}}, 1},
            {m_report, u"unheard-of"_s, {{u"field"_s, QByteArray("\0\1", 2)}}}};
        const auto edits = m_city.number(tablet, drafts);
        QList<QByteArray> seeds{encode(PushRequest{m_city.epochName(), edits}, Format::Cbor)};
        for (const PushEdit& edit : edits) {
            PushEdit alone = edit;
            alone.edit.seq = m_officer.seq + 1;
            seeds.append(encode(PushRequest{m_city.epochName(), {alone}}, Format::Cbor));
        }
        return seeds;
    }

private:
    static void compare(const PushRequest& request, const PushAnswer& first, const PushAnswer* second)
    {
        promise(first.results.size() == request.edits.size(), "each edit has its result");
        promise(second && second->acked == first.acked && second->results.size() == first.results.size(),
                "delivered twice is delivered once");
        for (qsizetype i = 0; i < first.results.size(); ++i) {
            const PushResult& a = first.results[i];
            const PushResult& b = second->results[i];
            promise(a.seq == b.seq && a.version == b.version && a.code == b.code && a.lost == b.lost,
                    "an edit has one result for ever");
            promise((a.version > 0) == (a.code == ErrorCode::None), "accepted with a version, or refused");
        }
    }

    City m_city;
    Tablet m_officer;
    RecordId m_report;
    RecordId m_edited;
};

static Service& service()
{
    static Service one;
    return one;
}

void push(const QByteArray& input)
{
    if (const auto request = decode<PushRequest>(input, Format::Cbor))
        service().take(*request);
}

QList<QByteArray> pushSeeds()
{
    return service().seeds();
}

} // namespace thidua::fuzz
