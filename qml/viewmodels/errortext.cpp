#include "viewmodels/errortext.h"

#include <QCoreApplication>

namespace thidua::viewmodels
{

namespace
{

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString ofRequest(ErrorCode code);
    static QString ofRights(ErrorCode code);
    static QString ofNetwork(ErrorCode code);
    static QString ofDevice(ErrorCode code);
};

QString ErrorText::ofRequest(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return tr("The server could not read this entry. Please report it to your administrator.");
    case ErrorCode::UnknownRecord:
        return tr("The record that this entry belongs to no longer exists on the server.");
    case ErrorCode::IncompleteGroup:
        return tr("Fields that belong together were not all filled in.");
    case ErrorCode::MissingField:
        return tr("Something required is still missing.");
    case ErrorCode::InvalidValue:
        return tr("This value is not possible here. Please check it.");
    case ErrorCode::TooLarge:
        return tr("This entry is too long. Please shorten it.");
    case ErrorCode::TooSlow:
        return tr("The connection is too slow. Sending is tried again.");
    case ErrorCode::Gap:
        return tr("An earlier entry has not arrived yet. Everything is sent again in order.");
    case ErrorCode::Epoch:
        return tr("The server was restored from a backup. Your entries are sent again.");
    case ErrorCode::DeviceForked:
        return tr("Another device is working with a copy of this one's data. Please sign in again; your "
                  "entries are kept.");
    case ErrorCode::TogetherRefused:
        return tr("This entry was saved together with another one, which the server did not accept.");
    case ErrorCode::WrongOffset:
        return tr("Sending the file goes on where it was cut.");
    case ErrorCode::ChecksumMismatch:
        return tr("The file did not arrive whole. Sending is tried again.");
    case ErrorCode::UnsupportedMedia:
        return tr("Only photographs (JPEG, PNG, WebP) and PDF files can be added.");
    case ErrorCode::UnsupportedVersion:
        return tr("The server takes files in another way. The app may need an update.");
    default:
        return {};
    }
}

QString ErrorText::ofRights(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated:
        return tr("Please sign in again. Your entries are kept on this device.");
    case ErrorCode::WrongCredentials:
        return tr("The name or the password is not right.");
    case ErrorCode::Revoked:
        return tr("This device may no longer connect. Your entries are kept; please ask your administrator.");
    case ErrorCode::Forbidden:
        return tr("You do not have the right to change this.");
    case ErrorCode::StateLocked:
        return tr("This is locked, because it has already been appraised or decided.");
    case ErrorCode::IllegalMove:
        return tr("This step is not possible now. A return needs a reason.");
    case ErrorCode::NotFound:
        return tr("This is not on this device.");
    case ErrorCode::MethodNotAllowed:
        return tr("The server does not know this request. The app may need an update.");
    default:
        return {};
    }
}

QString ErrorText::ofNetwork(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return tr("The server cannot be reached. Please check the address and the network.");
    case ErrorCode::Timeout:
        return tr("The server did not answer in time.");
    case ErrorCode::TlsFailure:
        return tr("The connection is not secure, so nothing was sent. Please check the address and this "
                  "device's date.");
    case ErrorCode::NotOurServer:
        return tr(
            "Something else answered instead of the ThiDua server. Either the address is wrong, or this "
            "network asks for a sign-in of its own.");
    case ErrorCode::Busy:
        return tr("The server is busy. It is tried again shortly.");
    case ErrorCode::ServerFault:
        return tr("The server has a fault. It is tried again; your entries are kept.");
    default:
        return {};
    }
}

QString ErrorText::ofDevice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StorageFull:
        return tr("This device's storage is full. Nothing was saved; please free some space.");
    case ErrorCode::StorageFailed:
        return tr("This device's storage could not be used. Nothing was saved.");
    case ErrorCode::StorageCorrupt:
        return tr("The data on this device is damaged. Please ask your administrator before you go on.");
    case ErrorCode::NewerFile:
        return tr(
            "The data on this device was written by a newer version of the app. Please update the app.");
    case ErrorCode::AnotherUser:
        return tr("This device holds the work of another person. They must sign out first.");
    case ErrorCode::NotSignedIn:
        return tr("Please sign in first.");
    case ErrorCode::Cancelled:
        return tr("Cancelled.");
    default:
        return {};
    }
}

} // namespace

QString errorText(ErrorCode code)
{
    if (code == ErrorCode::None)
        return {};
    for (const auto words :
         {ErrorText::ofRequest, ErrorText::ofRights, ErrorText::ofNetwork, ErrorText::ofDevice}) {
        if (const QString text = words(code); !text.isEmpty())
            return text;
    }
    return ErrorText::tr("Something went wrong in the app. Nothing was lost; please try again.");
}

} // namespace thidua::viewmodels
