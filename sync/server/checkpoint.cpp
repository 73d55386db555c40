#include "server/checkpoint.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace thidua::server
{

using namespace Qt::StringLiterals;

static unsigned char* data(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}
static const unsigned char* data(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

AuditKeys newAuditKeys(Random& random)
{
    QByteArray seed(qsizetype(crypto_sign_SEEDBYTES), '\0');
    random.fill(std::span(data(seed), size_t(seed.size())));
    AuditKeys keys{QByteArray(qsizetype(crypto_sign_PUBLICKEYBYTES), '\0'),
                   QByteArray(qsizetype(crypto_sign_SECRETKEYBYTES), '\0')};
    crypto_sign_seed_keypair(data(keys.publicKey), data(keys.secretKey), data(std::as_const(seed)));
    return keys;
}

std::optional<AuditKeys> auditKeysFrom(const QByteArray& secretKey)
{
    if (secretKey.size() != qsizetype(crypto_sign_SECRETKEYBYTES))
        return {};
    AuditKeys keys{QByteArray(qsizetype(crypto_sign_PUBLICKEYBYTES), '\0'), secretKey};
    crypto_sign_ed25519_sk_to_pk(data(keys.publicKey), data(std::as_const(keys.secretKey)));
    return keys;
}

static QByteArray signedText(const Checkpoint& checkpoint)
{
    return "thidua audit checkpoint 1\n" + QByteArray::number(checkpoint.head.number) + '\n' +
           checkpoint.head.hash.toHex() + '\n' + QByteArray::number(checkpoint.at);
}

Checkpoint signCheckpoint(const AuditHead& head, Instant at, const AuditKeys& keys)
{
    Checkpoint checkpoint{head, at, keys.publicKey, QByteArray(qsizetype(crypto_sign_BYTES), '\0')};
    const QByteArray text = signedText(checkpoint);
    crypto_sign_detached(data(checkpoint.signature), nullptr, data(text), quint64(text.size()),
                         data(keys.secretKey));
    return checkpoint;
}

bool isGenuine(const Checkpoint& checkpoint, const QByteArray& publicKey)
{
    if (checkpoint.signature.size() != qsizetype(crypto_sign_BYTES) ||
        publicKey.size() != qsizetype(crypto_sign_PUBLICKEYBYTES))
        return false;
    const QByteArray text = signedText(checkpoint);
    return crypto_sign_verify_detached(data(checkpoint.signature), data(text), quint64(text.size()),
                                       data(publicKey)) == 0;
}

QByteArray toLine(const Checkpoint& checkpoint)
{
    const auto hex = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toHex()); };
    const QJsonObject object{{u"number"_s, checkpoint.head.number},
                             {u"hash"_s, hex(checkpoint.head.hash)},
                             {u"at"_s, checkpoint.at},
                             {u"key"_s, hex(checkpoint.publicKey)},
                             {u"signature"_s, hex(checkpoint.signature)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Checkpoint> checkpointFromLine(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto bytes = [&](const QString& name) {
        return QByteArray::fromHex(object.value(name).toString().toLatin1());
    };
    if (!object.contains(u"number"_s) || !object.contains(u"at"_s))
        return {};
    return Checkpoint{{object.value(u"number"_s).toInteger(), bytes(u"hash"_s)},
                      object.value(u"at"_s).toInteger(),
                      bytes(u"key"_s),
                      bytes(u"signature"_s)};
}

} // namespace thidua::server
