#pragma once

#include "base/random.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace thidua::server
{

inline constexpr std::chrono::hours codeLifetime{72};

// A device token: 256 random bits as base64url.
[[nodiscard]] QString newToken(Random& random);
// A code that people type: 80 random bits as ABCD-EFGH-JKMN-PQRS, without letters that look alike.
[[nodiscard]] QString newCode(Random& random);

// What the server keeps of either: SHA-256. Enough without a salt, because both are random.
[[nodiscard]] QByteArray tokenHash(QByteArrayView token);
// The way a code was typed makes no difference: case, spaces, hyphens, O for 0, I and L for 1.
[[nodiscard]] QByteArray codeHash(const QString& code);

} // namespace thidua::server
