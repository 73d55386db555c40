#include "domain/reminder.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

#include <algorithm>
#include <set>

namespace thidua::domain
{

Reminder Reminder::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .name = fields.value(name::name).toText(),
            .block = fields.value(name::block).toId(),
            .scoreTable = fields.value(name::scoreTable).toId(),
            .period = fields.value(name::period).toText(),
            .role = roleFromName(fields.value(name::role).toText()).value_or(Role::Officer),
            .dueOn = dateOf(fields.value(name::dueOn)),
            .daysBefore = numbersOf(fields.value(name::daysBefore)),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Reminder::toFields() const
{
    return {{name::name, name},
            {name::block, toValue(block)},
            {name::scoreTable, toValue(scoreTable)},
            {name::period, toValue(period)},
            {name::role, roleName(role)},
            {name::dueOn, toValue(dueOn)},
            {name::daysBefore, toValue(daysBefore)}};
}

QList<Notice> noticesFor(const QList<Reminder>& reminders, Role role, const QDate& today)
{
    QList<Notice> notices;
    for (const Reminder& reminder : reminders) {
        if (reminder.deleted || reminder.role != role || !reminder.dueOn.isValid())
            continue;
        std::set<qint64> days(reminder.daysBefore.begin(), reminder.daysBefore.end());
        days.insert(0);
        for (const qint64 before : days) {
            const QDate on = reminder.dueOn.addDays(-before);
            if (before >= 0 && on >= today)
                notices.append({reminder.id, on, reminder.name, before});
        }
    }
    std::ranges::sort(notices, {},
                      [](const Notice& notice) { return std::tuple(notice.on, notice.reminder); });
    return notices;
}

} // namespace thidua::domain
