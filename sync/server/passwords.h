#pragma once

#include "base/random.h"
#include "server/accounttable.h"

namespace thidua::server
{

// NFC, without spaces around it, without difference of case: what two people would take for the same login.
[[nodiscard]] QString normaliseLogin(const QString& login);

// Argon2id (libsodium). Takes a good part of a second's work and 19 MiB on purpose: for a thread of its own.
// Internal if there is no memory for it.
[[nodiscard]] Result<PasswordHash> hashPassword(const QString& password, Random& random);
// With nullopt (no such person, no password) the same work is done, for the same time, and the answer is no.
[[nodiscard]] bool passwordFits(const QString& password, const std::optional<PasswordHash>& hash);

inline constexpr qsizetype minPasswordLength = 10;
inline constexpr qsizetype maxPasswordLength = 256; // characters

} // namespace thidua::server
