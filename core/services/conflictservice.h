#pragma once

#include "services/access.h"
#include "services/namedvalue.h"

namespace thidua::services
{

// One of the values that stand beside each other, and who said it.
struct ConflictSide {
    Fields values;
    QList<NamedValue> named; // the same, for a screen
    UserId author;
    QString authorName;
    int rank = 0; // with which it was accepted
    Instant at = 0;
    bool ownDevice = false;
};

// Why the standing value stands.
enum class Decided {
    ByRole,
    ByTime,
    ByLock, // the other was entered unknowingly after the field had been locked
};

struct ConflictItem {
    RecordId record;
    QString group;
    Subject subject;
    ConflictSide kept;
    ConflictSide lost; // the own value where there is one, else the greatest of the others
    int others = 0;    // further values beside these two
    Decided decided = Decided::ByTime;
    bool mine = false;           // `lost` was entered on this device
    bool staleAuthority = false; // the standing value is much older than one of a lower role
};

// Values that were entered without knowing of each other: what was decided and why, and what can be done.
class ConflictService
{
public:
    ConflictService(store::LocalStore& store, CatalogueService& catalogue, Access& access);

    // Newest first; without those that the person has agreed to.
    [[nodiscard]] Result<QList<ConflictItem>> items();

    // Agrees with the standing value. Where the person may write it, an edit that has seen both settles the
    // conflict for everybody; otherwise this device only remembers that they have seen it.
    [[nodiscard]] Result<void> accept(const RecordId& record, const QString& group);
    // Sends the own value again, now having seen the other one. Errors: NotFound, Forbidden, StateLocked.
    [[nodiscard]] Result<void> propose(const RecordId& record, const QString& group);
    // Sends another value instead of both; the text is read as the group's first field. Also InvalidValue.
    [[nodiscard]] Result<void> settleWith(const RecordId& record, const QString& group, const QString& text);

private:
    struct Open {
        store::Record record;
        store::GroupView view;
    };
    [[nodiscard]] Result<Open> open(const RecordId& record, const QString& group);
    [[nodiscard]] Result<void> settle(const Open& conflict, const Fields& values);
    [[nodiscard]] bool maySettle(const Open& conflict);
    [[nodiscard]] Result<bool> isAgreedTo(const store::Conflict& conflict);
    [[nodiscard]] Result<ConflictItem> describe(const store::Conflict& conflict, const DeviceId& self);
    [[nodiscard]] ConflictSide side(const QString& kind, const merge::GroupEdit& edit,
                                    const DeviceId& self) const;
    store::LocalStore& m_store;
    CatalogueService& m_catalogue;
    Access& m_access;
};

} // namespace thidua::services
