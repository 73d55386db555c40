#include "whynot.h"

namespace thidua
{

using namespace Qt::StringLiterals;

QString whyNot(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return u"the server cannot be reached; what was saved is kept here"_s;
    case ErrorCode::Timeout:
    case ErrorCode::TooSlow:
        return u"the server did not answer in time; what was saved is kept here"_s;
    case ErrorCode::TlsFailure:
        return u"the connection is not secure, so nothing was sent"_s;
    case ErrorCode::NotOurServer:
        return u"something else answered in the server's place: a wrong address, or a network that wants a "
               u"sign-in "
               u"of its own"_s;
    case ErrorCode::Busy:
        return u"the server is busy; try again later"_s;
    case ErrorCode::ServerFault:
        return u"the server has a fault; what was saved is kept here"_s;
    case ErrorCode::Unauthenticated:
    case ErrorCode::Revoked:
        return u"the server no longer accepts this device; what was saved is kept here"_s;
    case ErrorCode::DeviceForked:
        return u"another device works with a copy of this one's data; enrol again, what was saved is kept here"_s;
    case ErrorCode::StorageFull:
        return u"there is no room left on this device; what was saved before is kept"_s;
    case ErrorCode::StorageFailed:
    case ErrorCode::StorageCorrupt:
        return u"this device's file cannot be used as it should"_s;
    default:
        return u"the server did not answer as it should"_s;
    }
}

} // namespace thidua
