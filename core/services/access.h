#pragma once

#include "services/catalogueservice.h"

namespace thidua::services
{

// The person whose file this is.
struct Person {
    UserId id;
    DeviceId device;
    QString name;
    QString deviceName;
    QString server;
    domain::Role role = domain::Role::Observer; // the highest that any grant gives now
    RecordId unit;                              // whom they work for; null: no single unit
    RecordId block;                             // which they lead or watch, or which their unit is in

    friend bool operator==(const Person&, const Person&) = default;
};

// What the grants of the file's person let them do. Asked before an edit is made, so that nobody works in
// vain; the server asks again when it accepts.
class Access
{
public:
    Access(store::LocalStore& store, CatalogueService& catalogue);

    [[nodiscard]] Result<Person> person();
    // The role that covers a record with these values. Forbidden if none does.
    [[nodiscard]] Result<domain::Role> roleFor(const QString& kind, const Fields& values);
    // Errors: Forbidden, StateLocked, IllegalMove. `seen` is what the form showed, `current` what stands now.
    [[nodiscard]] Result<void> check(const QString& kind, const Fields& set, const Fields& seen,
                                     const Fields& current);

private:
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
