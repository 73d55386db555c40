#include "load/book.h"

namespace thidua::load
{

using namespace Qt::StringLiterals;

void Book::note(const Answered& answered)
{
    m_statuses[answered.status] += 1;
    const bool done = answered.status >= 200 && answered.status < 300;
    const bool later = (answered.status == 429 || answered.status == 503) && answered.retryAfter;
    m_wrong += done || later ? 0 : 1;
    if (done && answered.path == "/v1/push")
        m_pushes.push_back(answered.seconds);
}

QString Book::statuses() const
{
    QStringList all;
    for (auto status = m_statuses.cbegin(); status != m_statuses.cend(); ++status)
        all.append(u"%1: %2"_s.arg(status.key()).arg(*status));
    return all.join(u", "_s);
}

} // namespace thidua::load
