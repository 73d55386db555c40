#pragma once

#include "base/result.h"
#include "client/transport.h"
#include "protocol/messages.h"

// Between HTTP and the protocol: what every call sends along, and what an answer is worth.
namespace thidua::client
{

// body: CBOR, may be empty; packed if that is worth it.
[[nodiscard]] HttpRequest requestFor(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                                     const QByteArray& token);
// Unpacked; an error if nothing came, or not from our server.
[[nodiscard]] Result<QByteArray> bodyOf(const HttpReply& reply);
// Codes like `malformed` are a server's words about what a device has sent. An answer that cannot be read is
// not the fault of anybody's entries.
[[nodiscard]] Error unreadable(const Error& error);
// Of an answer that is not a success.
[[nodiscard]] protocol::Problem problemOf(const HttpReply& reply, const QByteArray& body);
[[nodiscard]] Error errorOf(const protocol::Problem& problem);

} // namespace thidua::client
