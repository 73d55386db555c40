#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

namespace thidua::server
{

// Slows down the guessing of passwords: each failure makes the next try wait longer, for the login, for the
// address, and for both together. Nobody is ever locked out for good, and a login that does not exist is
// treated like one that does. Belongs to the accounts' thread; forgotten when the server stops.
class Attempts
{
public:
    explicit Attempts(const Clock& clock);

    // How long this login may not be tried from this address; 0: go ahead.
    [[nodiscard]] std::chrono::seconds wait(const QString& login, const QString& address) const;
    void failed(const QString& login, const QString& address);
    void succeeded(const QString& login, const QString& address);

private:
    struct Failures {
        int count = 0;
        std::chrono::milliseconds lastAt{0};
    };
    struct Rule {
        int free; // failures without a consequence
        std::chrono::seconds longest;
    };
    [[nodiscard]] std::chrono::milliseconds left(const QString& key, const Rule& rule) const;
    void count(const QString& key);
    void forgetOld();

    const Clock& m_clock;
    QHash<QString, Failures> m_failures;
};

} // namespace thidua::server
