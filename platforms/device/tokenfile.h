#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace thidua
{

// The device's token, in a file that only its owner may read: machines without a screen have no keyring.
class TokenFile
{
public:
    explicit TokenFile(QString path);
    [[nodiscard]] Result<QByteArray> read() const; // NotSignedIn if there is none
    [[nodiscard]] Result<void> write(const QByteArray& token) const;

private:
    QString m_path;
};

} // namespace thidua
