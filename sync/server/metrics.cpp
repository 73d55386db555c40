#include "server/metrics.h"

namespace thidua::server
{

static void add(QByteArray& text, const char* name, const char* type, const Metrics::Number& number,
                const char* label = "")
{
    if (type) {
        text += QByteArrayLiteral("# TYPE thidua_") + name + ' ' + type + '\n';
    }
    text += QByteArrayLiteral("thidua_") + name + label + ' ' + QByteArray::number(number.load()) + '\n';
}

QByteArray Metrics::text() const
{
    QByteArray text;
    add(text, "answers_total", "counter", answers2xx, "{class=\"2xx\"}");
    add(text, "answers_total", nullptr, answers4xx, "{class=\"4xx\"}");
    add(text, "answers_total", nullptr, answers5xx, "{class=\"5xx\"}");
    add(text, "refused_at_edge_total", "counter", refusedAtEdge);
    add(text, "held_back_total", "counter", heldBack);
    add(text, "edits_total", "counter", editsAccepted, "{result=\"accepted\"}");
    add(text, "edits_total", nullptr, editsRefused, "{result=\"refused\"}");
    add(text, "edits_total", nullptr, editsRepeated, "{result=\"repeated\"}");
    add(text, "commits_total", "counter", commits);
    add(text, "commit_jobs_total", "counter", commitJobs);
    add(text, "commit_retries_total", "counter", commitRetries);
    add(text, "rows_pulled_total", "counter", rowsPulled);
    add(text, "received_bytes_total", "counter", bytesReceived);
    add(text, "sent_bytes_total", "counter", bytesSent);
    add(text, "wrong_credentials_total", "counter", wrongCredentials);
    add(text, "storage_full", "gauge", storageFull);
    add(text, "connections", "gauge", connections);
    add(text, "streams", "gauge", streams);
    return text;
}

} // namespace thidua::server
