#include "protocol/handover.h"

#include "protocol/codec.h"
#include "protocol/compression.h"

#include <QCborArray>
#include <QCborValue>

#include <sodium.h>

namespace thidua::protocol::handover
{

using namespace Qt::StringLiterals;

static_assert(keySize == crypto_box_PUBLICKEYBYTES);
static_assert(keySize == crypto_sign_PUBLICKEYBYTES);

static constexpr auto fileMark = "thidua-handover-1"_L1;
static constexpr QByteArrayView signatureContext = "thidua hand-over 1";
static constexpr qsizetype signatureSize = crypto_sign_BYTES;
static constexpr qsizetype idSize = 16;

static unsigned char* data(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

static const unsigned char* data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

static QByteArray room(qsizetype size)
{
    return {size, '\0'};
}

static QByteArray randomBytes(qsizetype size, Random& random)
{
    QByteArray bytes = room(size);
    random.fill(std::span(data(bytes), size_t(size)));
    return bytes;
}

struct BoxKeys {
    QByteArray publicKey = room(keySize);
    QByteArray secretKey = room(crypto_box_SECRETKEYBYTES);
    explicit BoxKeys(Random& random)
    {
        const QByteArray seed = randomBytes(crypto_box_SEEDBYTES, random);
        crypto_box_seed_keypair(data(publicKey), data(secretKey), data(seed));
    }
};

struct SigningKeys {
    QByteArray publicKey = room(keySize);
    QByteArray secretKey = room(crypto_sign_SECRETKEYBYTES);
    explicit SigningKeys(QByteArrayView token)
    {
        constexpr QByteArrayView context = "thidua hand-over signing key";
        QByteArray seed = room(crypto_sign_SEEDBYTES);
        const QByteArrayView key =
            token.first(std::min<qsizetype>(token.size(), crypto_generichash_KEYBYTES_MAX));
        crypto_generichash(data(seed), size_t(seed.size()), data(context), quint64(context.size()), data(key),
                           size_t(key.size()));
        crypto_sign_seed_keypair(data(publicKey), data(secretKey), data(seed));
    }
};

ServerKeys newServerKeys(Random& random)
{
    const BoxKeys keys(random);
    return {keys.publicKey, keys.secretKey};
}

QByteArray verifierOf(QByteArrayView token)
{
    return SigningKeys(token).publicKey;
}

// The server's key is signed as well: who opens a part cannot seal it anew for another server.
static QByteArray toSign(QByteArrayView serverKey, QByteArrayView idAndContent)
{
    QByteArray bytes = signatureContext.toByteArray();
    bytes += serverKey;
    bytes += idAndContent;
    return bytes;
}

static QByteArray sign(const QByteArray& bytes, QByteArrayView token)
{
    const SigningKeys keys(token);
    QByteArray signature = room(signatureSize);
    crypto_sign_detached(data(signature), nullptr, data(QByteArrayView(bytes)), quint64(bytes.size()),
                         data(QByteArrayView(keys.secretKey)));
    return signature;
}

// As crypto_box_seal does it, with an ephemeral key of the injected random numbers.
static QByteArray nonceOf(QByteArrayView ephemeral, QByteArrayView recipient)
{
    QByteArray nonce = room(crypto_box_NONCEBYTES);
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, size_t(nonce.size()));
    crypto_generichash_update(&state, data(ephemeral), quint64(ephemeral.size()));
    crypto_generichash_update(&state, data(recipient), quint64(recipient.size()));
    crypto_generichash_final(&state, data(nonce), size_t(nonce.size()));
    return nonce;
}

Result<QByteArray> seal(const PushRequest& request, const Sealing& sealing, Random& random)
{
    if (sealing.serverKey.size() != keySize)
        return {ErrorCode::InvalidValue, u"the server's key for hand-over is not known"_s};
    QByteArray signedPart = sealing.device.toBytes();
    signedPart += compress(encode(request, Format::Cbor), Encoding::Zstd);
    const QByteArray plain = sign(toSign(sealing.serverKey, signedPart), sealing.token) + signedPart;

    const BoxKeys ephemeral(random);
    const QByteArray nonce = nonceOf(ephemeral.publicKey, sealing.serverKey);
    QByteArray box = room(plain.size() + qsizetype(crypto_box_MACBYTES));
    const int done = crypto_box_easy(data(box), data(QByteArrayView(plain)), quint64(plain.size()),
                                     data(QByteArrayView(nonce)), data(QByteArrayView(sealing.serverKey)),
                                     data(QByteArrayView(ephemeral.secretKey)));
    if (done != 0)
        return {ErrorCode::InvalidValue, u"the server's key for hand-over is none"_s};
    return ephemeral.publicKey + box;
}

Result<Opened> open(QByteArrayView sealed, const ServerKeys& keys)
{
    constexpr auto overhead = qsizetype(crypto_box_SEALBYTES);
    if (sealed.size() < overhead + signatureSize + idSize)
        return {ErrorCode::Malformed, u"no part of a hand-over"_s};
    QByteArray plain = room(sealed.size() - overhead);
    const int done =
        crypto_box_seal_open(data(plain), data(sealed), quint64(sealed.size()),
                             data(QByteArrayView(keys.publicKey)), data(QByteArrayView(keys.secretKey)));
    if (done != 0)
        return {ErrorCode::Malformed, u"damaged, or sealed to another server"_s};
    const auto device = DeviceId::fromBytes(QByteArrayView(plain).sliced(signatureSize, idSize));
    if (!device)
        return {ErrorCode::Malformed, u"a hand-over of no device"_s};
    return Opened{*device, plain.first(signatureSize), toSign(keys.publicKey, plain.sliced(signatureSize)),
                  plain.sliced(signatureSize + idSize)};
}

Result<PushRequest> contentOf(const Opened& opened, QByteArrayView verifier)
{
    const bool proven = verifier.size() == keySize &&
                        crypto_sign_verify_detached(data(QByteArrayView(opened.signature)),
                                                    data(QByteArrayView(opened.signedBytes)),
                                                    quint64(opened.signedBytes.size()), data(verifier)) == 0;
    if (!proven)
        return {ErrorCode::Forbidden, u"the device did not sign this"_s};
    auto plain = decompress(opened.content, Encoding::Zstd);
    if (!plain)
        return plain.error();
    return decode<PushRequest>(*plain, Format::Cbor);
}

QByteArray encode(const File& file)
{
    QCborArray parts;
    for (const QByteArray& part : file.parts)
        parts.append(part);
    return QCborValue(QCborArray{QString(fileMark), file.serverKey, parts}).toCbor();
}

Result<File> decodeFile(const QByteArray& bytes)
{
    if (bytes.size() > maxFile)
        return {ErrorCode::TooLarge, u"larger than a hand-over file may be"_s};
    QCborParserError fault;
    const QCborArray whole = QCborValue::fromCbor(bytes, &fault).toArray();
    if (fault.error != QCborError::NoError || fault.offset != bytes.size() ||
        whole.at(0) != QString(fileMark))
        return {ErrorCode::Malformed, u"no hand-over file, or not all of it"_s};
    File file{whole.at(1).toByteArray(), {}};
    const QCborArray parts = whole.at(2).toArray();
    for (const auto& part : parts)
        file.parts.append(part.toByteArray());
    if (file.serverKey.size() != keySize || file.parts.isEmpty())
        return {ErrorCode::Malformed, u"a hand-over file without content"_s};
    return file;
}

} // namespace thidua::protocol::handover
