#pragma once

#include "base/value.h"
#include "domain/role.h"

#include <QDate>

namespace thidua::domain
{

// A deadline for the people of one role, and how many days before it their devices remind them.
struct Reminder {
    RecordId id;
    QString name;
    RecordId block; // null: the city's
    RecordId scoreTable;
    QString period;
    Role role = Role::Officer;
    QDate dueOn;
    QList<qint64> daysBefore;
    bool deleted = false;

    [[nodiscard]] static Reminder fromFields(const RecordId& id, const Fields& fields);
    [[nodiscard]] Fields toFields() const;

    friend bool operator==(const Reminder&, const Reminder&) = default;
};

// One notification that a device can schedule.
struct Notice {
    RecordId reminder;
    QDate on;
    QString name;
    qint64 daysLeft = 0; // 0: due today

    friend bool operator==(const Notice&, const Notice&) = default;
};

// From today on, in order; the day itself always reminds.
[[nodiscard]] QList<Notice> noticesFor(const QList<Reminder>& reminders, Role role, const QDate& today);

} // namespace thidua::domain
