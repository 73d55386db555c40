#pragma once

#include "protocol/codec.h"
#include "protocol/compression.h"
#include "server/metrics.h"
#include "server/request.h"

#include <chrono>
#include <memory>

namespace thidua::server
{

// HTTP's word for an error of the protocol.
[[nodiscard]] int statusOf(ErrorCode code);
[[nodiscard]] protocol::Problem problemFor(const Error& error);
// 429: whoever asks is asked to wait, not everybody.
// Busy until then: 503 and 429.
[[nodiscard]] protocol::Problem comeAgain(std::chrono::seconds wait);
[[nodiscard]] protocol::Problem tooManyRequests(std::chrono::seconds wait);

// One request on its way to its one answer: formats, compression and problems. Handed from thread to thread,
// used by one at a time. If it is let go without an answer, the answer is ServerFault.
class Exchange
{
public:
    Exchange(Request request, Reply reply, Metrics& metrics);
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    [[nodiscard]] const Request& request() const { return m_request; }
    // The part of the path that stands for {id} in its route.
    [[nodiscard]] const QByteArray& parameter() const { return m_parameter; }
    void setParameter(QByteArray parameter) { m_parameter = std::move(parameter); }

    template<typename Body>
    [[nodiscard]] Result<Body> body()
    {
        auto plain = plainBody();
        if (!plain)
            return plain.error();
        return protocol::decode<Body>(*plain, m_format);
    }
    [[nodiscard]] protocol::Format format() const { return m_answerFormat; }

    template<typename Body>
    void answer(const Body& body, int status = 200)
    {
        send(status, protocol::contentType(m_answerFormat), protocol::encode(body, m_answerFormat));
    }
    // Already in the answer's format.
    void send(int status, QByteArrayView contentType, const QByteArray& plain,
              QList<QPair<QByteArray, QByteArray>> headers = {});
    void sendEmpty(int status, QList<QPair<QByteArray, QByteArray>> headers);
    // Never compressed: a range counts the bytes of the file.
    void sendPieces(int status, QList<QPair<QByteArray, QByteArray>> headers, Response::Pieces pieces);
    void follow(const QStringList& channels); // an event stream
    void fail(const Error& error);
    void fail(const protocol::Problem& problem, QList<QPair<QByteArray, QByteArray>> headers = {});

private:
    [[nodiscard]] Result<QByteArray> plainBody();
    void reply(Response response);

    Request m_request;
    Reply m_reply;
    Metrics& m_metrics;
    QByteArray m_parameter;
    protocol::Format m_format = protocol::Format::Json;
    protocol::Format m_answerFormat = protocol::Format::Json;
};

using ExchangePointer = std::shared_ptr<Exchange>;

} // namespace thidua::server
