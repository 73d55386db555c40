#include "client/replies.h"

#include "client/tuning.h"
#include "protocol/codec.h"
#include "protocol/compression.h"

#include <algorithm>

namespace thidua::client
{

using protocol::Format;

HttpRequest requestFor(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                       const QByteArray& token)
{
    HttpRequest request{method, path, {}, body};
    request.headers = {{"Accept", protocol::contentType(Format::Cbor).toByteArray()},
                       {"Accept-Encoding", "zstd"},
                       {protocol::versionHeader, QByteArray::number(protocol::version)}};
    if (!token.isEmpty())
        request.headers.append({"Authorization", "Bearer " + token});
    if (body.isEmpty())
        return request;
    request.headers.append({"Content-Type", protocol::contentType(Format::Cbor).toByteArray()});
    if (body.size() >= tuning::compressFrom) {
        request.body = protocol::compress(body, protocol::Encoding::Zstd);
        request.headers.append(
            {"Content-Encoding", protocol::headerName(protocol::Encoding::Zstd).toByteArray()});
    }
    return request;
}

// A portal answers with a page of its own, a redirect or 511; a proxy with a 5xx without our header.
static ErrorCode strangerCode(const HttpReply& reply)
{
    if (reply.status == 502 || reply.status == 503 || reply.status == 504)
        return ErrorCode::Busy;
    return ErrorCode::NotOurServer;
}

Error unreadable(const Error& error)
{
    return {ErrorCode::ServerFault, QStringLiteral("an answer that cannot be read: ") + error.detail};
}

Result<QByteArray> bodyOf(const HttpReply& reply)
{
    if (reply.failure != ErrorCode::None)
        return {reply.failure, QStringLiteral("no answer")};
    if (reply.header("x-thidua") != QByteArray::number(protocol::version))
        return {strangerCode(reply), QStringLiteral("status %1 without our header").arg(reply.status)};
    auto encoding = protocol::encodingFromHeader(reply.header("content-encoding"));
    if (!encoding)
        return unreadable(encoding.error());
    auto body = protocol::decompress(reply.body, *encoding);
    return body ? body : unreadable(body.error());
}

// What a status alone says, for an answer that cannot be read.
static ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 408:
        return ErrorCode::TooSlow;
    case 413:
    case 431:
        return ErrorCode::TooLarge;
    case 429:
    case 503:
        return ErrorCode::Busy;
    default:
        return ErrorCode::ServerFault;
    }
}

// A server whose disk is full says so; the person would look for room on the device.
static bool isOfItsOwnDisk(ErrorCode code)
{
    return code == ErrorCode::StorageFull || code == ErrorCode::StorageFailed ||
           code == ErrorCode::StorageCorrupt;
}

protocol::Problem problemOf(const HttpReply& reply, const QByteArray& body)
{
    protocol::Problem problem;
    if (auto decoded = protocol::decodeProblem(body))
        problem = *decoded;
    problem.status = reply.status;
    if (problem.code == ErrorCode::Internal || problem.code == ErrorCode::None) // none, or of a newer version
        problem.code = codeOfStatus(reply.status);
    if (isOfItsOwnDisk(problem.code))
        problem.code = ErrorCode::ServerFault;
    const int wait = std::max(problem.retryAfter, reply.header("retry-after").toInt());
    problem.retryAfter = std::clamp(wait, 0, tuning::longestRetryAfter);
    return problem;
}

Error errorOf(const protocol::Problem& problem)
{
    return {problem.code, problem.detail};
}

} // namespace thidua::client
