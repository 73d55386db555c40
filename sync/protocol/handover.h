#pragma once

#include "base/random.h"
#include "protocol/messages.h"

// How an outbox leaves a device without a network (PROTOCOL.md, "Hand-over"): parts that are pushes, each
// signed by the device and sealed to the server, together in one file. Whoever carries the file can neither
// read nor change it.
namespace thidua::protocol::handover
{

inline constexpr qsizetype keySize = 32;       // of public keys
inline constexpr qsizetype maxPart = 1 << 20;  // bytes, sealed: what one request may have
inline constexpr qsizetype maxFile = 64 << 20; // bytes
inline constexpr QLatin1String fileSuffix{"thidua"};

// X25519, of the server; made once and kept over restores, so that old files stay readable.
struct ServerKeys {
    QByteArray publicKey;
    QByteArray secretKey;
};
[[nodiscard]] ServerKeys newServerKeys(Random& random);

// Ed25519, of a device: the signing key follows from its token, so that there is no further secret to keep.
// The server notes this public half when it gives out the token.
[[nodiscard]] QByteArray verifierOf(QByteArrayView token);

struct Sealing {
    QByteArray serverKey;
    DeviceId device;
    QByteArray token;
};
// InvalidValue if the server's key is none.
[[nodiscard]] Result<QByteArray> seal(const PushRequest& request, const Sealing& sealing, Random& random);

// A part that was meant for this server and arrived whole; who signed it is not yet proven.
struct Opened {
    DeviceId device;
    QByteArray signature;
    QByteArray signedBytes;
    QByteArray content; // a push request, CBOR, zstd
};
// Malformed: damaged, or sealed to another server.
[[nodiscard]] Result<Opened> open(QByteArrayView sealed, const ServerKeys& keys);
// Forbidden if it was not this device that signed; Malformed, TooLarge.
[[nodiscard]] Result<PushRequest> contentOf(const Opened& opened, QByteArrayView verifier);

struct File {
    QByteArray serverKey;    // tells whose it is without being able to read it
    QList<QByteArray> parts; // in the order in which they must be delivered
};
[[nodiscard]] QByteArray encode(const File& file);
// Malformed: no hand-over file, or cut off.
[[nodiscard]] Result<File> decodeFile(const QByteArray& bytes);

} // namespace thidua::protocol::handover
