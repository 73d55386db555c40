#include "server/exchange.h"

#include <utility>

namespace thidua::server
{

using namespace Qt::StringLiterals;

static constexpr qsizetype worthCompressing = 600; // bytes; below, a packet is a packet

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None:
        return 200;
    case ErrorCode::Malformed:
    case ErrorCode::UnknownRecord:
    case ErrorCode::IncompleteGroup:
    case ErrorCode::MissingField:
    case ErrorCode::InvalidValue:
        return 400;
    case ErrorCode::Unauthenticated:
    case ErrorCode::WrongCredentials:
    case ErrorCode::Revoked:
        return 401;
    case ErrorCode::Forbidden:
    case ErrorCode::StateLocked:
    case ErrorCode::IllegalMove:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::MethodNotAllowed:
        return 405;
    case ErrorCode::TooSlow:
        return 408;
    case ErrorCode::Gap:
    case ErrorCode::Epoch:
    case ErrorCode::DeviceForked:
    case ErrorCode::WrongOffset:
        return 409;
    case ErrorCode::UnsupportedVersion:
        return 412;
    case ErrorCode::UnsupportedMedia:
        return 415;
    case ErrorCode::ChecksumMismatch:
        return 460; // of the tus protocol
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::Busy:
        return 503;
    case ErrorCode::StorageFull:
        return 507;
    default:
        return 500;
    }
}

protocol::Problem problemFor(const Error& error)
{
    protocol::Problem problem;
    problem.status = statusOf(error.code);
    problem.code = problem.status == 500 ? ErrorCode::ServerFault : error.code;
    // What went wrong inside is for the log, not for the world.
    problem.detail = problem.status >= 500 ? QString() : error.detail;
    if (error.code == ErrorCode::Busy || error.code == ErrorCode::StorageFull)
        problem.retryAfter = error.code == ErrorCode::Busy ? 2 : 60;
    return problem;
}

protocol::Problem comeAgain(std::chrono::seconds wait)
{
    protocol::Problem problem = problemFor({ErrorCode::Busy, {}});
    problem.retryAfter = int(wait.count());
    return problem;
}

protocol::Problem tooManyRequests(std::chrono::seconds wait)
{
    protocol::Problem problem = comeAgain(wait);
    problem.status = 429;
    problem.detail = u"too many requests"_s;
    return problem;
}

Exchange::Exchange(Request request, Reply reply, Metrics& metrics)
    : m_request(std::move(request))
    , m_reply(std::move(reply))
    , m_metrics(metrics)
{
    const QByteArray sent = m_request.header("content-type");
    m_format = protocol::formatOf(sent).value_or(protocol::Format::Json);
    const QByteArray wanted = m_request.header("accept");
    const bool cbor = wanted.contains("application/cbor");
    const bool json = wanted.contains("application/json");
    m_answerFormat = cbor ? protocol::Format::Cbor : json ? protocol::Format::Json : m_format;
}

Exchange::~Exchange()
{
    if (m_reply)
        fail(Error{ErrorCode::ServerFault, {}});
}

Result<QByteArray> Exchange::plainBody()
{
    if (!protocol::formatOf(m_request.header("content-type")))
        return {ErrorCode::Malformed, u"the body must be application/cbor or application/json"_s};
    auto encoding = protocol::encodingFromHeader(m_request.header("content-encoding"));
    if (!encoding)
        return encoding.error();
    return protocol::decompress(m_request.body, *encoding);
}

void Exchange::send(int status, QByteArrayView contentType, const QByteArray& plain,
                    QList<QPair<QByteArray, QByteArray>> headers)
{
    Response response{status, std::move(headers), plain, {}, {}};
    if (!contentType.isEmpty())
        response.add("Content-Type", contentType.toByteArray());
    response.add("Cache-Control", "no-store");
    const auto encoding = protocol::bestOf(m_request.header("accept-encoding"));
    if (encoding != protocol::Encoding::Identity && plain.size() >= worthCompressing) {
        response.body = protocol::compress(plain, encoding);
        response.add("Content-Encoding", protocol::headerName(encoding).toByteArray());
    }
    response.add("Vary", "Accept, Accept-Encoding");
    reply(std::move(response));
}

void Exchange::sendEmpty(int status, QList<QPair<QByteArray, QByteArray>> headers)
{
    Response response{status, std::move(headers), {}, {}, {}};
    response.add("Cache-Control", "no-store");
    reply(std::move(response));
}

void Exchange::sendPieces(int status, QList<QPair<QByteArray, QByteArray>> headers, Response::Pieces pieces)
{
    Response response{status, std::move(headers), {}, std::move(pieces), {}};
    response.add("Cache-Control", "no-store");
    reply(std::move(response));
}

void Exchange::follow(const QStringList& channels)
{
    Response response;
    response.add("Content-Type", "text/event-stream");
    response.add("Cache-Control", "no-store");
    response.follow = channels;
    reply(std::move(response));
}

void Exchange::fail(const Error& error)
{
    fail(problemFor(error));
}

void Exchange::fail(const protocol::Problem& problem, QList<QPair<QByteArray, QByteArray>> headers)
{
    Response response{problem.status, std::move(headers), protocol::encode(problem), {}, {}};
    response.add("Content-Type", "application/problem+json");
    response.add("Cache-Control", "no-store");
    if (problem.retryAfter > 0)
        response.add("Retry-After", QByteArray::number(problem.retryAfter));
    if (problem.status == 401)
        response.add("WWW-Authenticate", "Bearer");
    reply(std::move(response));
}

void Exchange::reply(Response response)
{
    if (!m_reply)
        return;
    auto& counter = response.status < 400   ? m_metrics.answers2xx
                    : response.status < 500 ? m_metrics.answers4xx
                                            : m_metrics.answers5xx;
    counter += 1;
    response.add("X-Thidua", "1");
    std::exchange(m_reply, nullptr)(std::move(response));
}

} // namespace thidua::server
