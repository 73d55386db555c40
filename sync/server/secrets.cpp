#include "server/secrets.h"

#include <QCryptographicHash>

#include <array>

namespace thidua::server
{

using namespace Qt::StringLiterals;

// Crockford's base 32: no I, L, O, U.
static constexpr auto letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"_L1;

QString newToken(Random& random)
{
    std::array<unsigned char, 32> bytes{};
    random.fill(bytes);
    const QByteArray view(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    return QString::fromLatin1(view.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString newCode(Random& random)
{
    QString code;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            code += u'-';
        code += QChar(letters[qsizetype(random.below(32))]);
    }
    return code;
}

QByteArray tokenHash(QByteArrayView token)
{
    return QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256);
}

QByteArray codeHash(const QString& code)
{
    QByteArray plain;
    for (QChar c : code.toUpper()) {
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (letters.contains(c))
            plain += char(c.unicode());
    }
    return QCryptographicHash::hash(plain, QCryptographicHash::Sha256);
}

} // namespace thidua::server
