#include "fuzz/harness.h"

#include "sync/protocol/samples.h"

#include "protocol/codec.h"

namespace thidua::fuzz
{

using namespace Qt::StringLiterals;
using namespace protocol;

// The first byte says which body the others are.
template<typename Body>
static void readBack(const QByteArray& bytes, Format format)
{
    const auto body = decode<Body>(bytes, format);
    if (!body) {
        promise(body.error().code != ErrorCode::None, "a refusal has a code");
        return;
    }
    // What was understood can be said, and means the same when it is read again.
    const QByteArray once = encode(*body, format);
    const auto again = decode<Body>(once, format);
    promise(bool(again), "what was decoded and encoded can be decoded");
    promise(encode(*again, format) == once, "encoding settles after one round");
    const Format other = format == Format::Cbor ? Format::Json : Format::Cbor;
    promise(bool(decode<Body>(encode(*body, other), other)), "what one notation takes, the other takes");
}

static void readAs(char body, const QByteArray& bytes, Format format)
{
    switch (body) {
    case 'E':
        return readBack<EnrolRequest>(bytes, format);
    case 'e':
        return readBack<EnrolAnswer>(bytes, format);
    case 'm':
        return readBack<MeAnswer>(bytes, format);
    case 'S':
        return readBack<PushRequest>(bytes, format);
    case 's':
        return readBack<PushAnswer>(bytes, format);
    case 'L':
        return readBack<PullRequest>(bytes, format);
    case 'l':
        return readBack<PullAnswer>(bytes, format);
    case 'h':
        return readBack<HistoryAnswer>(bytes, format);
    default:
        break;
    }
    if (const auto problem = decodeProblem(bytes))
        promise(bool(decodeProblem(encode(*problem))), "a problem can be read back");
}

void cbor(const QByteArray& input)
{
    if (!input.isEmpty())
        readAs(input.front(), input.mid(1), Format::Cbor);
}

void json(const QByteArray& input)
{
    if (!input.isEmpty())
        readAs(input.front(), input.mid(1), Format::Json);
}

static QList<QByteArray> seeds(Format format)
{
    using namespace test;
    return {'E' + encode(EnrolRequest{u"an"_s, u"secret"_s, {}, u"máy"_s}, format),
            'e' + encode(sampleEnrolment(), format),
            'm' + encode(MeAnswer{sampleUser(), {u"city"_s, unitChannel}, {unitChannel}, {}}, format),
            'S' + encode(samplePush(), format),
            's' + encode(samplePushAnswer(), format),
            'L' + encode(samplePull(), format),
            'l' + encode(samplePage(), format),
            'h' + encode(sampleHistory(), format)};
}

QList<QByteArray> cborSeeds()
{
    return seeds(Format::Cbor);
}

QList<QByteArray> jsonSeeds()
{
    const Problem problem{409, ErrorCode::Gap, u"a hole"_s, 7, u"1.a"_s, 5, 3, {2}};
    return seeds(Format::Json) + QList<QByteArray>{'p' + encode(problem)};
}

} // namespace thidua::fuzz
