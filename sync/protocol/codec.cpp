#include "protocol/codec.h"

#include "protocol/bodies.h"
#include "protocol/cborreader.h"
#include "protocol/cborwriter.h"
#include "protocol/jsonreader.h"
#include "protocol/jsonwriter.h"

namespace thidua::protocol
{

namespace
{

template<typename Body>
QByteArray encodeAs(const Body& body, Format format, qsizetype expectedSize = 0)
{
    const auto written = [&](BodyWriter&& out) {
        write(out, body);
        return out.take();
    };
    return format == Format::Json ? written(JsonWriter()) : written(CborWriter(expectedSize));
}

template<typename Body>
Result<Body> decodeAs(const QByteArray& bytes, Format format)
{
    const auto readBy = [](BodyReader&& in) -> Result<Body> {
        Body body;
        read(in, body);
        in.finish();
        if (!in.ok())
            return in.error();
        return body;
    };
    return format == Format::Json ? readBy(JsonReader(bytes)) : readBy(CborReader(bytes));
}

// Near enough to spare the writer its growing.
qsizetype expectedSize(const PullAnswer& body)
{
    constexpr qsizetype rowHead = 80;
    qsizetype size = 4096;
    for (const merge::PublishedTable& table : body.tables) {
        for (const merge::PublishedRow& row : table.rows)
            size += rowHead + row.body.size();
        size += rowHead * (table.stamps.size() + table.mixed.size());
    }
    return size;
}

} // namespace

QByteArrayView contentType(Format format)
{
    return format == Format::Json ? "application/json" : "application/cbor";
}

std::optional<Format> formatOf(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArray name =
        contentType.first(end < 0 ? contentType.size() : end).trimmed().toByteArray().toLower();
    if (name == "application/cbor")
        return Format::Cbor;
    if (name == "application/json")
        return Format::Json;
    return std::nullopt;
}

QByteArray encode(const EnrolRequest& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const EnrolAnswer& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const MeAnswer& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const PushRequest& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const PushAnswer& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const PullRequest& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const PullAnswer& body, Format format)
{
    return encodeAs(body, format, expectedSize(body));
}
QByteArray encode(const HistoryAnswer& body, Format format)
{
    return encodeAs(body, format);
}
QByteArray encode(const HandoverAnswer& body, Format format)
{
    return encodeAs(body, format);
}

template<>
Result<EnrolRequest> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<EnrolRequest>(bytes, format);
}
template<>
Result<EnrolAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<EnrolAnswer>(bytes, format);
}
template<>
Result<MeAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<MeAnswer>(bytes, format);
}
template<>
Result<PushRequest> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<PushRequest>(bytes, format);
}
template<>
Result<PushAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<PushAnswer>(bytes, format);
}
template<>
Result<PullRequest> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<PullRequest>(bytes, format);
}
template<>
Result<PullAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<PullAnswer>(bytes, format);
}
template<>
Result<HistoryAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<HistoryAnswer>(bytes, format);
}
template<>
Result<HandoverAnswer> decode(const QByteArray& bytes, Format format)
{
    return decodeAs<HandoverAnswer>(bytes, format);
}

} // namespace thidua::protocol
