#pragma once

#include <QLatin1String>
#include <QString>

namespace thidua
{

// Every way in which something may be refused or fail, in one list, so that a code means the same in the
// store, on the wire and on the screen. The name of a code (codeName) is part of the protocol: append only.
enum class ErrorCode {
    None,
    // The request itself
    Malformed,          // not decodable, or a field of the wrong type
    UnknownRecord,      // an edit of a record that the server does not have and that creates nothing
    IncompleteGroup,    // an edit touched a field group without all of its fields
    MissingField,       // a new record lacks a required field
    InvalidValue,       // right type, impossible value (out of range, unknown enum value, not NFC)
    TooLarge,           // body, text, list or nesting over the limit
    TooSlow,            // the peer did not send in time
    Gap,                // push: seq beyond the device's mark + 1
    Epoch,              // push or pull: the server was restored; see expected
    DeviceForked,       // push: a seq already used for another edit
    TogetherRefused,    // an edit accepted or refused as one with others, one of which was refused
    WrongOffset,        // an upload goes on elsewhere; see expected
    ChecksumMismatch,   // what arrived is not what was announced
    UnsupportedMedia,   // no kind of file, or of body, that is taken here
    UnsupportedVersion, // of the protocol for uploads
    // Rights
    Unauthenticated,
    WrongCredentials,
    Revoked,
    Forbidden,   // no grant covers the record, or the role may not write the field
    StateLocked, // the field may not be written in the state that the person had seen
    IllegalMove, // the state machine has no such step for this role
    NotFound,
    MethodNotAllowed,
    // The network and its far end
    Offline, // no route, DNS failure, refused
    Timeout,
    TlsFailure,
    NotOurServer, // answered, but not by ThiDua: captive portal or wrong address
    Busy,         // 429 or 503; try again later
    ServerFault,
    // The device and its file
    StorageFull,
    StorageFailed,
    StorageCorrupt,
    NewerFile,   // written by a newer version of the app
    AnotherUser, // the file belongs to another person or device
    NotSignedIn,
    Cancelled,
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::None;
    QString detail; // for logs and developers, English; screens make their words from the code

    friend bool operator==(const Error&, const Error&) = default;
};

// Stable text of a code, e.g. "state-locked"; used in the protocol and in JSON output.
[[nodiscard]] QLatin1String codeName(ErrorCode code);
[[nodiscard]] ErrorCode codeFromName(QStringView name); // Internal for a name not known here

} // namespace thidua
