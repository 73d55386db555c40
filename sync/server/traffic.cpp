#include "server/traffic.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace thidua::server
{

using namespace Qt::StringLiterals;

Traffic::Traffic(const Clock& clock)
    : m_clock(clock)
{
}

// Never the path itself: it may have an id in it, or anything.
static QByteArray nameOf(std::optional<size_t> route)
{
    return route ? QByteArray(routes[*route].method) + ' ' + routes[*route].path : QByteArray("none");
}

Reply Traffic::watch(const Request& request, std::optional<size_t> route, Reply reply)
{
    Passed passed{.route = route, .received = request.body.size()};
    return [this, passed, reply = std::move(reply), began = m_clock.monotonic()](Response response) mutable {
        passed.status = response.status;
        passed.took = m_clock.monotonic() - began;
        passed.sent = response.pieces ? response.pieces->length : response.body.size();
        note(passed);
        reply(std::move(response));
    };
}

void Traffic::note(const Passed& passed)
{
    const QByteArray name = nameOf(passed.route);
    const double took = double(passed.took.count()) / 1000;
    {
        const std::lock_guard lock(m_mutex);
        m_answers[name][passed.status] += 1;
        Times& times = m_times[name];
        for (size_t i = 0; i < seconds.size(); ++i)
            times.below[i] += took <= seconds[i] ? 1 : 0;
        times.count += 1;
        times.sum += took;
    }
    if (!m_sink)
        return;
    const QString at = QDateTime::fromMSecsSinceEpoch(m_clock.now(), Qt::UTC).toString(Qt::ISODateWithMs);
    const QJsonObject line{{u"at"_s, at},
                           {u"route"_s, QString::fromLatin1(name)},
                           {u"status"_s, passed.status},
                           {u"ms"_s, qint64(passed.took.count())},
                           {u"received"_s, passed.received},
                           {u"sent"_s, passed.sent}};
    m_sink(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

void Traffic::refusedEdit(ErrorCode reason)
{
    const std::lock_guard lock(m_mutex);
    m_refused[codeName(reason)] += 1;
}

void Traffic::clockOffset(std::chrono::milliseconds offset)
{
    const std::lock_guard lock(m_mutex);
    for (size_t i = 0; i < offsets.size(); ++i)
        m_offsetsBelow[i] += offset <= std::chrono::seconds(offsets[i]) ? 1 : 0;
    m_offsets += 1;
}

static void add(QByteArray& text, const QByteArray& name, const QByteArray& labels, qint64 value)
{
    text += "thidua_" + name + '{' + labels + "} " + QByteArray::number(value) + '\n';
}

static QByteArray label(const char* name, const QByteArray& value)
{
    return QByteArray(name) + "=\"" + value + '"';
}

QByteArray Traffic::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = "# TYPE thidua_requests_total counter\n";
    for (auto route = m_answers.cbegin(); route != m_answers.cend(); ++route) {
        for (auto status = route->cbegin(); status != route->cend(); ++status)
            add(text, "requests_total",
                label("route", route.key()) + ',' + label("status", QByteArray::number(status.key())),
                *status);
    }
    text += "# TYPE thidua_request_seconds histogram\n";
    for (auto times = m_times.cbegin(); times != m_times.cend(); ++times) {
        const QByteArray route = label("route", times.key());
        for (size_t i = 0; i < seconds.size(); ++i)
            add(text, "request_seconds_bucket", route + ',' + label("le", QByteArray::number(seconds[i])),
                times->below[i]);
        add(text, "request_seconds_bucket", route + ",le=\"+Inf\"", times->count);
        add(text, "request_seconds_count", route, times->count);
        text += "thidua_request_seconds_sum{" + route + "} " + QByteArray::number(times->sum) + '\n';
    }
    text += "# TYPE thidua_refused_edits_total counter\n";
    for (auto refused = m_refused.cbegin(); refused != m_refused.cend(); ++refused)
        add(text, "refused_edits_total", label("reason", refused.key().toLatin1()), *refused);
    text += "# TYPE thidua_clock_offset_seconds histogram\n";
    for (size_t i = 0; i < offsets.size(); ++i)
        add(text, "clock_offset_seconds_bucket", label("le", QByteArray::number(offsets[i])),
            m_offsetsBelow[i]);
    add(text, "clock_offset_seconds_bucket", "le=\"+Inf\"", m_offsets);
    return text + "thidua_clock_offset_seconds_count " + QByteArray::number(m_offsets) + '\n';
}

} // namespace thidua::server
