#include "viewmodels/handovermodel.h"

#include "domain/formats.h"
#include "viewmodels/errortext.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

HandoverModel::HandoverModel(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
}

QUrl HandoverModel::suggestedFile() const
{
    // What no file system of a memory stick takes.
    static const QRegularExpression unfit(uR"([\x00-\x1f\\/:*?"<>|])"_s);
    QString name = m_deviceName;
    name.replace(unfit, u"-"_s);
    const QString day = QDateTime::fromMSecsSinceEpoch(m_clock.now()).date().toString(Qt::ISODate);
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return QUrl::fromLocalFile(documents.filePath(u"%1 %2.thidua"_s.arg(name.trimmed(), day).trimmed()));
}

void HandoverModel::save(const QUrl& file)
{
    if (m_busy)
        return;
    begin();
    Q_EMIT saveWanted(file);
}

void HandoverModel::deliver(const QUrl& file)
{
    if (m_busy)
        return;
    begin();
    Q_EMIT deliverWanted(file);
}

void HandoverModel::dismiss()
{
    m_outcome = {};
    Q_EMIT changed();
}

void HandoverModel::begin()
{
    m_busy = true;
    dismiss();
}

void HandoverModel::show(const Outcome& outcome)
{
    m_busy = false;
    m_outcome = outcome;
    Q_EMIT changed();
}

void HandoverModel::setSaved(qint64 edits, ErrorCode error)
{
    show({Outcome::Of::Save, edits, 0, error});
}

void HandoverModel::setDelivered(qint64 edits, qint64 quarantined, ErrorCode error)
{
    show({Outcome::Of::Delivery, edits, quarantined, error});
}

QString HandoverModel::outcomeTone() const
{
    if (m_outcome.error != ErrorCode::None)
        return u"error"_s;
    return m_outcome.quarantined > 0 ? u"waiting"_s : u"done"_s;
}

QString HandoverModel::outcomeText() const
{
    switch (m_outcome.of) {
    case Outcome::Of::Save:
        return savedText();
    case Outcome::Of::Delivery:
        return deliveredText();
    case Outcome::Of::Nothing:
        break;
    }
    return {};
}

QString HandoverModel::savedText() const
{
    switch (m_outcome.error) {
    case ErrorCode::None:
        return m_outcome.edits == 1
                   ? tr("The hand-over file is saved, with 1 change")
                   : tr("The hand-over file is saved, with %1 changes").arg(domain::number(m_outcome.edits));
    case ErrorCode::NotFound:
        return tr("Nothing waits to be sent, so there is nothing to hand over");
    default:
        return tr("The hand-over file was not saved");
    }
}

QString HandoverModel::deliveredText() const
{
    const QString number = domain::number(m_outcome.edits);
    if (m_outcome.error == ErrorCode::None)
        return m_outcome.edits == 1 ? tr("Delivered: the server has 1 change from this file")
                                    : tr("Delivered: the server has %1 changes from this file").arg(number);
    if (m_outcome.edits > 0)
        return tr("Only a part was delivered: the server has %1 changes from this file").arg(number);
    switch (m_outcome.error) {
    case ErrorCode::NotOurServer:
        return tr("Not delivered: this file and the server do not belong together");
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return tr("Not delivered: this is no hand-over file, or it is damaged");
    case ErrorCode::NotFound:
        return tr("Not delivered: the file could not be read");
    case ErrorCode::Forbidden:
        return tr("Not delivered: the server does not know the device that made this file");
    default:
        return tr("Not delivered");
    }
}

QString HandoverModel::outcomeDetail() const
{
    if (m_outcome.of == Outcome::Of::Delivery)
        return deliveryErrorText();
    if (m_outcome.of == Outcome::Of::Nothing || m_outcome.error == ErrorCode::NotFound)
        return {};
    switch (m_outcome.error) {
    case ErrorCode::None:
        return tr(
            "Give it to somebody whose device has a network. It is sealed: only the server can read it. It "
            "is no receipt: your changes count as sent once this device has heard so from the server.");
    case ErrorCode::NotSignedIn:
        return tr("This device has to synchronise once before it can hand over its changes.");
    case ErrorCode::StorageFailed:
        return tr("It cannot be written there. Please choose another place.");
    default:
        return errorText(m_outcome.error);
    }
}

QString HandoverModel::deliveryErrorText() const
{
    switch (m_outcome.error) {
    case ErrorCode::None:
        break;
    case ErrorCode::NotOurServer:
        return tr(
            "Either it was made for another ThiDua server, or this network asks for a sign-in of its own.");
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return tr("Please ask for it once more. The changes are still on the device that made it.");
    case ErrorCode::NotFound:
        return tr("Please choose it again.");
    case ErrorCode::Forbidden:
        return tr("Please tell your administrator. The changes are still on that device.");
    default:
        return errorText(m_outcome.error) + u' ' +
               tr("Please try again later; what is delivered twice counts once.");
    }
    if (m_outcome.quarantined == 0)
        return tr("Whoever entered them sees so at their device's next synchronisation.");
    return tr("%1 of them wait for a responsible person to judge, because that device is revoked or its data "
              "do "
              "not fit what the server knows.")
        .arg(domain::number(m_outcome.quarantined));
}

} // namespace thidua::viewmodels
