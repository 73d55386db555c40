#include "viewmodels/syncmodel.h"

#include "domain/formats.h"
#include "viewmodels/errortext.h"
#include "viewmodels/timetext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using Status = client::SyncStatus;

namespace
{
constexpr qint64 clockToleranceMs = 2LL * 60 * 1000; // SYNC.md section 4
constexpr qint64 bytesPerMegabyte = 1'000'000;
} // namespace

SyncModel::SyncModel(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_minute.setInterval(std::chrono::minutes(1));
    m_minute.callOnTimeout(this, &SyncModel::changed);
    m_minute.start();
}

void SyncModel::setStatus(const Status& status)
{
    if (status == m_status)
        return;
    const bool begins = status.phase == Status::Phase::Sending && m_status.phase != Status::Phase::Sending;
    if (begins)
        m_sendingOf = status.pendingRecords;
    m_status = status;
    Q_EMIT changed();
}

void SyncModel::setConflicts(int count)
{
    if (std::exchange(m_conflicts, count) != count)
        Q_EMIT changed();
}

void SyncModel::setWorkOffline(bool offline)
{
    if (std::exchange(m_workOffline, offline) == offline)
        return;
    Q_EMIT workOfflineChanged();
    Q_EMIT changed();
    Q_EMIT offlineWanted(offline);
}

SyncModel::Phase SyncModel::phase() const
{
    switch (m_status.phase) {
    case Status::Phase::Sending:
        return Sending;
    case Status::Phase::Fetching:
        return Fetching;
    case Status::Phase::SignIn:
    case Status::Phase::Rescued:
        return SignIn;
    case Status::Phase::Portal:
        return Portal;
    case Status::Phase::Sent:
    case Status::Phase::UpToDate:
        // An entry that came in since is not on the server, whatever the last contact said.
        if (m_status.attention > 0)
            return Attention;
        if (m_status.pendingRecords > 0)
            return Waiting;
        return m_status.phase == Status::Phase::Sent ? Sent : UpToDate;
    case Status::Phase::Waiting:
        return Waiting;
    case Status::Phase::Unknown:
        return m_status.pendingRecords > 0 ? Waiting : Unknown;
    }
    return Unknown;
}

QString SyncModel::phaseName() const
{
    switch (phase()) {
    case Unknown:
        return u"unknown"_s;
    case Waiting:
        return u"waiting"_s;
    case Sending:
        return u"sending"_s;
    case Fetching:
        return u"fetching"_s;
    case UpToDate:
        return u"upToDate"_s;
    case Sent:
        return u"sent"_s;
    case Attention:
        return u"attention"_s;
    case SignIn:
        return u"signIn"_s;
    case Portal:
        return u"portal"_s;
    }
    return {};
}

bool SyncModel::offline() const
{
    if (m_workOffline || m_status.phase == Status::Phase::Unknown || m_status.phase == Status::Phase::Portal)
        return true;
    return m_status.phase == Status::Phase::Waiting &&
           (m_status.lastError == ErrorCode::Offline || m_status.lastError == ErrorCode::Timeout ||
            m_status.lastError == ErrorCode::TlsFailure || m_status.lastError == ErrorCode::NotOurServer);
}

bool SyncModel::ageing() const
{
    // When it was entered is known by the server's clock; the device's own may be years off.
    const Instant now = m_clock.now() + m_status.clockOffset;
    return m_status.oldestPendingAt > 0 && now - m_status.oldestPendingAt > ageingAfter;
}

QString SyncModel::pendingText() const
{
    return m_status.pendingRecords == 1
               ? tr("1 record waiting to be sent")
               : tr("%1 records waiting to be sent").arg(domain::number(m_status.pendingRecords));
}

QString SyncModel::headline() const
{
    switch (phase()) {
    case Unknown:
        return m_workOffline ? tr("Working offline") : tr("Not connected");
    case Waiting:
        return m_status.pendingRecords > 0 ? pendingText() : tr("Waiting for the next try");
    case Sending:
        return tr("Sending");
    case Fetching:
        return tr("Fetching data");
    case UpToDate:
        return tr("Up to date");
    case Sent:
        return tr("Everything is sent");
    case Attention:
        return m_status.attention == 1
                   ? tr("1 entry needs your attention")
                   : tr("%1 entries need your attention").arg(domain::number(m_status.attention));
    case SignIn:
        return tr("Please sign in again");
    case Portal:
        return tr("This network asks for a sign-in of its own");
    }
    return {};
}

QString SyncModel::lastText() const
{
    const QString last = lastCompleteText();
    return last.isEmpty() ? tr("Not synchronised yet") : tr("Last synchronised %1").arg(last);
}

// Why it waits, and what is known of the server's state.
QString SyncModel::waitingText() const
{
    if (m_workOffline)
        return tr("You chose to work offline. %1").arg(lastText());
    if (m_status.lastError != ErrorCode::None && m_status.lastError != ErrorCode::Offline)
        return errorText(m_status.lastError) + u' ' + lastText();
    return offline() ? tr("Not connected. %1").arg(lastText()) : lastText();
}

QString SyncModel::detail() const
{
    switch (phase()) {
    case Unknown:
    case Waiting:
        return waitingText();
    case Sending:
        return pendingText();
    case Fetching:
        return m_status.recordsFetched > 0
                   ? tr("%1 records fetched").arg(domain::number(m_status.recordsFetched))
                   : lastText();
    case UpToDate:
        return lastCompleteText().isEmpty() ? QString() : tr("As of %1").arg(lastCompleteText());
    case Sent:
        return tr("What others have entered was not fetched. %1").arg(lastText());
    case Attention:
        return tr("The server did not accept them. Nothing was lost.");
    case SignIn:
        return tr("Your work is kept on this device.");
    case Portal:
        return tr("Open the network's own page in a browser and sign in there. Your work is kept.");
    }
    return {};
}

QString SyncModel::momentText(Instant instant) const
{
    return instant > 0 ? timeText(instant, m_clock.now()) : QString();
}

QString SyncModel::lastCompleteText() const
{
    return momentText(m_status.lastCompleteAt);
}

QString SyncModel::receiptText() const
{
    if (m_status.lastReceipts == 0)
        return {};
    const QString when = momentText(m_status.lastReceiptAt);
    return m_status.lastReceipts == 1
               ? tr("The server confirmed 1 change at %1").arg(when)
               : tr("The server confirmed %1 changes at %2").arg(domain::number(m_status.lastReceipts), when);
}

QString SyncModel::lastSentText() const
{
    const QString when = momentText(m_status.lastReceiptAt);
    return when.isEmpty() ? tr("Not yet") : when;
}

QString SyncModel::lastFetchedText() const
{
    const QString when = momentText(m_status.lastFetchedAt);
    return when.isEmpty() ? tr("Not yet") : when;
}

QString SyncModel::clockWarning() const
{
    if (std::abs(m_status.clockOffset) <= clockToleranceMs)
        return {};
    const QString span = spanText(m_status.clockOffset);
    return m_status.clockOffset > 0 ? tr("This device's clock is %1 behind the server's").arg(span)
                                    : tr("This device's clock is %1 ahead of the server's").arg(span);
}

double SyncModel::progress() const
{
    if (phase() != Sending || m_sendingOf <= 0)
        return -1;
    return 1.0 - double(std::min(m_status.pendingRecords, m_sendingOf)) / double(m_sendingOf);
}

QString SyncModel::dataUsedText() const
{
    // A day of reports is a few kilobytes, and must not look like nothing.
    const auto amount = [](qint64 bytes) {
        return bytes < bytesPerMegabyte ? domain::number((bytes + 999) / 1000) + u" kB"_s
                                        : domain::hundredths(bytes * 100 / bytesPerMegabyte) + u" MB"_s;
    };
    return tr("Sent %1, received %2").arg(amount(m_status.bytesSent), amount(m_status.bytesReceived));
}

} // namespace thidua::viewmodels
