#pragma once

#include "protocol/messages.h"

#include <QByteArrayView>

#include <optional>

// Bodies to bytes and back. Decoding judges everything it reads: types, ids, ranges, duplicate keys, nesting,
// sizes; errors are Malformed or TooLarge with a detail that names the place. Unknown members of a body are
// skipped.
namespace thidua::protocol
{

enum class Format { Cbor, Json };
[[nodiscard]] QByteArrayView contentType(Format format);
[[nodiscard]] std::optional<Format> formatOf(QByteArrayView contentType); // parameters are ignored

[[nodiscard]] QByteArray encode(const EnrolRequest& body, Format format);
[[nodiscard]] QByteArray encode(const EnrolAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const MeAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const PushRequest& body, Format format);
[[nodiscard]] QByteArray encode(const PushAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const PullRequest& body, Format format);
[[nodiscard]] QByteArray encode(const PullAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const HistoryAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const HandoverAnswer& body, Format format);
[[nodiscard]] QByteArray encode(const Problem& body); // always application/problem+json

template<typename Body>
[[nodiscard]] Result<Body> decode(const QByteArray& bytes, Format format);
template<>
Result<EnrolRequest> decode(const QByteArray& bytes, Format format);
template<>
Result<EnrolAnswer> decode(const QByteArray& bytes, Format format);
template<>
Result<MeAnswer> decode(const QByteArray& bytes, Format format);
template<>
Result<PushRequest> decode(const QByteArray& bytes, Format format);
template<>
Result<PushAnswer> decode(const QByteArray& bytes, Format format);
template<>
Result<PullRequest> decode(const QByteArray& bytes, Format format);
// Row bodies point into `bytes` where they can: keep it alive as long as the answer.
template<>
Result<PullAnswer> decode(const QByteArray& bytes, Format format);
template<>
Result<HistoryAnswer> decode(const QByteArray& bytes, Format format);
template<>
Result<HandoverAnswer> decode(const QByteArray& bytes, Format format);
[[nodiscard]] Result<Problem> decodeProblem(const QByteArray& bytes);

// GET /v1/schema, always JSON, made from the one description.
[[nodiscard]] QByteArray schemaJson(const domain::Schema& schema);

} // namespace thidua::protocol
