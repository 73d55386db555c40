#include "server/passwords.h"

#include <sodium.h>

namespace thidua::server
{

using namespace Qt::StringLiterals;

// OWASP's least for Argon2id: 19 MiB and two passes.
static constexpr qint64 passes = 2;
static constexpr qint64 memory = 19 * 1024 * 1024;
static constexpr size_t hashLength = 32;

QString normaliseLogin(const QString& login)
{
    return login.trimmed().toCaseFolded().normalized(QString::NormalizationForm_C);
}

static bool derive(const QString& password, PasswordHash& hash)
{
    const QByteArray utf8 =
        password.normalized(QString::NormalizationForm_C).left(maxPasswordLength).toUtf8();
    hash.hash.resize(qsizetype(hashLength));
    return sodium_init() >= 0 &&
           crypto_pwhash(reinterpret_cast<unsigned char*>(hash.hash.data()), hashLength, utf8.constData(),
                         quint64(utf8.size()), reinterpret_cast<const unsigned char*>(hash.salt.constData()),
                         quint64(hash.passes), size_t(hash.memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Result<PasswordHash> hashPassword(const QString& password, Random& random)
{
    PasswordHash hash{QByteArray(qsizetype(crypto_pwhash_SALTBYTES), '\0'), {}, passes, memory};
    random.fill(std::span(reinterpret_cast<unsigned char*>(hash.salt.data()), size_t(hash.salt.size())));
    if (!derive(password, hash))
        return {ErrorCode::Internal, u"no memory to hash a password"_s};
    return hash;
}

bool passwordFits(const QString& password, const std::optional<PasswordHash>& hash)
{
    PasswordHash tried =
        hash.value_or(PasswordHash{QByteArray(qsizetype(crypto_pwhash_SALTBYTES), '\0'), {}, passes, memory});
    const QByteArray expected = hash ? hash->hash : QByteArray(qsizetype(hashLength), '\0');
    if (!derive(password, tried) || expected.size() != tried.hash.size())
        return false;
    const bool same = sodium_memcmp(tried.hash.constData(), expected.constData(), hashLength) == 0;
    return same && hash.has_value();
}

} // namespace thidua::server
