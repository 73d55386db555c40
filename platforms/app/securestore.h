#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace thidua::app
{

// Where a device keeps its token. Answers come later, on the calling thread.
class SecureStore
{
public:
    using Read = std::function<void(Result<QByteArray>)>; // NotFound if there is none
    using Done = std::function<void(Result<void>)>;

    SecureStore() = default;
    SecureStore(const SecureStore&) = delete;
    SecureStore& operator=(const SecureStore&) = delete;
    virtual ~SecureStore() = default;

    virtual void read(const QString& key, Read read) = 0;
    virtual void write(const QString& key, const QByteArray& secret, Done done) = 0;
    virtual void remove(const QString& key, Done done) = 0;
};

// The platform's own: Keystore on Android, the desktop's keyring elsewhere. Where a desktop runs none, files
// beside the data that only the owner may read.
[[nodiscard]] std::unique_ptr<SecureStore> platformSecrets(const QString& directory);
// Files only: for machines without a keyring, and for tests.
[[nodiscard]] std::unique_ptr<SecureStore> fileSecrets(const QString& directory);

} // namespace thidua::app
