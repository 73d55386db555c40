#include "base/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thidua
{

using namespace Qt::StringLiterals;

static constexpr auto names = std::to_array<std::pair<ErrorCode, QLatin1String>>({
    {ErrorCode::None, "none"_L1},
    {ErrorCode::Malformed, "malformed"_L1},
    {ErrorCode::UnknownRecord, "unknown-record"_L1},
    {ErrorCode::IncompleteGroup, "incomplete-group"_L1},
    {ErrorCode::MissingField, "missing-field"_L1},
    {ErrorCode::InvalidValue, "invalid-value"_L1},
    {ErrorCode::TooLarge, "too-large"_L1},
    {ErrorCode::TooSlow, "too-slow"_L1},
    {ErrorCode::Gap, "gap"_L1},
    {ErrorCode::Epoch, "epoch"_L1},
    {ErrorCode::DeviceForked, "device-forked"_L1},
    {ErrorCode::TogetherRefused, "together-refused"_L1},
    {ErrorCode::WrongOffset, "wrong-offset"_L1},
    {ErrorCode::ChecksumMismatch, "checksum-mismatch"_L1},
    {ErrorCode::UnsupportedMedia, "unsupported-media"_L1},
    {ErrorCode::UnsupportedVersion, "unsupported-version"_L1},
    {ErrorCode::Unauthenticated, "unauthenticated"_L1},
    {ErrorCode::WrongCredentials, "wrong-credentials"_L1},
    {ErrorCode::Revoked, "revoked"_L1},
    {ErrorCode::Forbidden, "forbidden"_L1},
    {ErrorCode::StateLocked, "state-locked"_L1},
    {ErrorCode::IllegalMove, "illegal-move"_L1},
    {ErrorCode::NotFound, "not-found"_L1},
    {ErrorCode::MethodNotAllowed, "method-not-allowed"_L1},
    {ErrorCode::Offline, "offline"_L1},
    {ErrorCode::Timeout, "timeout"_L1},
    {ErrorCode::TlsFailure, "tls-failure"_L1},
    {ErrorCode::NotOurServer, "not-our-server"_L1},
    {ErrorCode::Busy, "busy"_L1},
    {ErrorCode::ServerFault, "server-fault"_L1},
    {ErrorCode::StorageFull, "storage-full"_L1},
    {ErrorCode::StorageFailed, "storage-failed"_L1},
    {ErrorCode::StorageCorrupt, "storage-corrupt"_L1},
    {ErrorCode::NewerFile, "newer-file"_L1},
    {ErrorCode::AnotherUser, "another-user"_L1},
    {ErrorCode::NotSignedIn, "not-signed-in"_L1},
    {ErrorCode::Cancelled, "cancelled"_L1},
    {ErrorCode::Internal, "internal"_L1},
});

QLatin1String codeName(ErrorCode code)
{
    const auto found = std::ranges::find(names, code, &decltype(names)::value_type::first);
    return found == names.end() ? "internal"_L1 : found->second;
}

ErrorCode codeFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](const auto& entry) { return entry.second == name; });
    return found == names.end() ? ErrorCode::Internal : found->first;
}

} // namespace thidua
