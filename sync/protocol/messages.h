#pragma once

#include "base/result.h"
#include "domain/role.h"
#include "merge/published.h"
#include "merge/recordstate.h"

#include <QMap>
#include <QStringList>

#include <optional>

// The bodies of protocol v1 (PROTOCOL.md) as plain structs, the same for CBOR and JSON.
namespace thidua::protocol
{

inline constexpr int version = 1;
inline constexpr auto versionHeader = "X-Thidua";

// A server's life between two restores, "n.random" (n counts restores). Compared as text.
using EpochName = QString;
[[nodiscard]] qint64 epochNumber(const EpochName& name); // n; 0 if it is none

struct User {
    UserId id;
    QString name;
    QList<domain::Grant> grants;
};

struct EnrolRequest { // POST /v1/devices: login and password, or a one-time code
    QString login;
    QString password;
    QString code;
    QString name; // of the device, for its person and the administrator
};

struct EnrolAnswer {
    DeviceId device;
    QString token; // shown once; the server keeps its hash
    User user;
    EpochName epoch;
    Instant time = 0;
    QByteArray handoverKey; // see handover.h
};

struct MeAnswer { // GET /v1/me
    User user;
    QStringList channels; // readable
    QStringList held;     // of these, the ones a device holds without asking
    QByteArray handoverKey;
};

struct PushEdit {
    merge::Edit edit; // device and seenEpoch are the server's to fill in
    EpochName epoch;  // empty: that of the request
    // What is wrong with `kind` or `set` alone: `set` is then empty, and the server refuses this one edit.
    Error fault = {};
};

struct PushRequest {
    EpochName epoch;
    QList<PushEdit> edits; // in seq order
};

struct PushResult {
    qint64 seq = 0;
    qint64 version = 0;               // of the record, if accepted
    QStringList lost;                 // groups in which the edit stands beside another value
    ErrorCode code = ErrorCode::None; // other than None: refused
    QString detail;
};

struct PushAnswer {
    EpochName epoch;
    Instant time = 0;
    qint64 acked = 0; // the device's high-water mark after this request
    QList<PushResult> results;
};

struct PullRequest {
    EpochName epoch;                // empty: first sync
    QMap<QString, qint64> channels; // name -> the last rev held; empty: first sync, the server chooses
    int limit = 0;                  // rows; 0: as many as fit
    bool compact = false;           // asks for compact tables
};

struct PullAnswer {
    EpochName epoch;
    Instant time = 0;
    QMap<QString, qint64> channels; // the new positions, valid once the page is stored
    QStringList gone;               // no longer readable
    QStringList offer; // channels that the person now holds by right and the request did not name
    QList<merge::PublishedTable> tables;
    bool more = false;
    QMap<QString, quint64> digests; // only when more is false
    // Asked for by `compact`: the form of the tables; `channels` names only what has changed, and one number
    // stands for all digests.
    bool compact = false;
    std::optional<quint64> digest = std::nullopt; // only when more is false
};

struct HistoryEdit {
    merge::Edit edit; // at is the corrected one
    qint64 version = 0;
    int rank = 0;
    UserId author;
};

struct HistoryAnswer { // GET /v1/records/{id}/history
    RecordId record;
    QString kind;
    qint64 version = 0;
    QList<HistoryEdit> edits; // in order of acceptance
};

struct HandoverAnswer {       // POST /v1/handover
    qint64 edits = 0;         // that were in the part
    bool quarantined = false; // a person has to judge them; otherwise they entered as a push of their device
};

// RFC 9457, with the members that gap, epoch, device-forked and busy answers need.
struct Problem {
    int status = 500;
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    qint64 expected = 0; // gap, epoch: the seq that the server wants next
    EpochName epoch;     // epoch
    Instant time = 0;
    int retryAfter = 0;      // seconds; sent as a header as well
    QList<qint64> foreign{}; // device-forked: the seqs of this push that were used for other edits
};

using merge::digestOf;
// How a digest is written for people and in JSON: 16 lower-case hexadecimal digits.
[[nodiscard]] QString digestText(quint64 digest);

} // namespace thidua::protocol
