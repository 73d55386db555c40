#pragma once

#include "store/searchindex.h"
#include "tokenfile.h"

namespace thidua
{

// A device as a folder: its file and its token.
class Installation
{
public:
    Installation(QString folder, const Clock& clock, Random& random);

    // Makes the folder if there is none.
    [[nodiscard]] Result<std::unique_ptr<store::LocalStore>> create() const;
    // NotSignedIn if nobody is enrolled here. A damaged file is replaced by what could be saved of it.
    [[nodiscard]] Result<std::unique_ptr<store::LocalStore>> open() const;
    // Of what people search by; derived from the device's file, which it stands beside.
    [[nodiscard]] store::SearchIndex searchIndex(store::LocalStore& store) const;
    [[nodiscard]] TokenFile token() const;
    // Who may vouch for the server, PEM; empty: whom the system trusts.
    [[nodiscard]] QByteArray authorities() const;
    [[nodiscard]] Result<void> keepAuthorities(const QByteArray& pem) const; // empty: forgets them
    // Nothing of a person stays here; the file must not be open.
    void wipe() const;

private:
    [[nodiscard]] Result<std::unique_ptr<store::LocalStore>> openOrSalvage() const;
    [[nodiscard]] QString file() const;
    QString m_folder;
    const Clock& m_clock;
    Random& m_random;
};

} // namespace thidua
