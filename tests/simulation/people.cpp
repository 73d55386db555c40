#include "simulation/people.h"

#include "domain/names.h"

#include <QRegularExpression>

namespace thidua::simulation
{

using namespace Qt::StringLiterals;
using domain::Role;

qint64 markOf(const Fields& set)
{
    if (const Value value = set.value(name::value); value.isInteger())
        return value.toInteger();
    static const QRegularExpression number(u"^m(\\d+)$"_s);
    for (const Value& value : set) {
        if (const auto match = number.match(value.toText()); match.hasMatch())
            return match.captured(1).toLongLong();
    }
    return 0;
}

namespace
{

QString textOf(qint64 mark)
{
    return u"m%1"_s.arg(mark);
}

// Mostly the next step of what is shown, and now and then one that leads nowhere.
qint64 submissionAfter(World& world, const Fields& shown)
{
    return world.oneIn(3) ? qint64(1 + world.below(4)) : shown.value(name::submission).toInteger() + 1;
}

Fields officersChange(World& world, const Fields& shown, qint64 mark)
{
    switch (world.below(8)) {
    case 0:
    case 1:
    case 2:
        return {{name::value, mark}, {name::measure, u"%"_s}};
    case 3:
        return {{name::note, textOf(mark)}};
    case 4:
        return {{name::occurredOn, u"2025-12-01"_s}, {name::place, textOf(mark)}};
    case 5:
        return {{name::submission, submissionAfter(world, shown)}, {name::explanation, textOf(mark)}};
    case 6:
        return {{name::scoreSelf, qint64(world.below(1000))}, {name::explanation, textOf(mark)}};
    default:
        return {{name::value, mark}, {name::measure, u"%"_s}, {name::note, textOf(mark)}};
    }
}

Fields leadersChange(World& world, const Fields& shown, qint64 mark)
{
    static const QStringList statuses{u"returned"_s, u"appraised"_s, u"decided"_s, u"published"_s};
    const qint64 submission = shown.value(name::submission).toInteger();
    switch (world.below(4)) {
    case 0:
        return {{name::status, statuses[qsizetype(world.below(4))]},
                {name::reason, textOf(mark)},
                {name::reviewedSubmission, world.oneIn(3) ? qint64(1 + world.below(4)) : submission}};
    case 1:
        return {{name::scoreAppraisal, qint64(world.below(1000))}, {name::appraisalReason, textOf(mark)}};
    case 2:
        return {{name::scoreCouncil, qint64(world.below(1000))}, {name::councilReason, textOf(mark)}};
    default:
        return {{name::note, textOf(mark)}};
    }
}

// What this person would do, and now and then what they may not do.
Fields changeBy(World& world, const SimPerson& person, const Fields& shown, qint64 mark)
{
    if (world.oneIn(14))
        return {{name::deleted, !world.oneIn(3)}};
    const bool leads = person.role == Role::BlockLead || person.role >= Role::Council;
    return leads != world.oneIn(12) ? leadersChange(world, shown, mark) : officersChange(world, shown, mark);
}

int unitOf(World& world, const SimPerson& person)
{
    if (world.oneIn(25))
        return int(world.below(SimCity::made().units.size())); // perhaps a foreign one
    if (person.unit >= 0)
        return person.unit;
    return person.block >= 0 ? 2 * person.block + int(world.below(2)) : int(world.below(4));
}

Fields subjectOf(World& world, const SimPerson& person)
{
    const SimCity& city = SimCity::made();
    const int unit = unitOf(world, person);
    const auto& criteria = city.criteria[size_t(unit) / 2];
    return {{name::unit, city.units[size_t(unit)]},
            {name::criterion, criteria[size_t(world.below(criteria.size()))]},
            {name::movement, Value()},
            {name::period, u"2025"_s}};
}

std::optional<RecordId> save(World& world, SimDevice& device, const store::SaveRequest& request)
{
    const auto saved = device.store().save(request);
    if (!saved || world.disk().stopped(device.machine())) {
        world.tell(u"%1 could not save"_s.arg(device.number()));
        return std::nullopt;
    }
    const qint64 mark = markOf(request.set);
    world.tell(u"%1 saves %2 of %3 as %4"_s.arg(device.number())
                   .arg(mark)
                   .arg(saved->record.toText().right(6))
                   .arg(saved->seq));
    if (mark > 0)
        world.confirm(device, mark);
    device.engine().localChange();
    return saved->record;
}

void makeReport(World& world, SimDevice& device)
{
    Fields set = subjectOf(world, device.person());
    set.insert(officersChange(world, {}, world.newMark()));
    if (const auto made = save(world, device, {kind::report, {}, 0, set, {}}))
        world.reports.push_back(*made);
}

// A kind that this version does not know, in the person's unit; or a movement of the city's.
void makeOther(World& world, SimDevice& device)
{
    const qint64 mark = world.newMark();
    const bool movement = world.oneIn(2);
    const Fields set =
        movement ? Fields{{name::name, textOf(mark)},
                          {name::kind, u"annual"_s},
                          {name::level, u"city"_s},
                          {name::mode, u"regular"_s}}
                 : Fields{{name::unit, SimCity::made().units[size_t(unitOf(world, device.person()))]},
                          {u"futureField"_s, textOf(mark)}};
    const QString kind = movement ? QString(kind::movement) : u"futureKind"_s;
    if (const auto made = save(world, device, {kind, {}, 0, set, {}}))
        world.others.push_back(*made);
}

std::optional<store::Record> someRecord(World& world, SimDevice& device, const std::vector<RecordId>& among)
{
    if (among.empty())
        return std::nullopt;
    // A few are worked on by everybody.
    const size_t span = world.oneIn(4) ? among.size() : std::min<size_t>(among.size(), 3);
    const auto shown = device.store().record(among[world.below(span)]);
    return shown ? *shown : std::nullopt;
}

// A form is opened and saved at once, or was open while newer versions came.
qint64 seenOf(World& world, const store::Record& record)
{
    return world.oneIn(6) ? qint64(world.below(quint64(record.version) + 1)) : record.version;
}

void changeReport(World& world, SimDevice& device)
{
    const auto record = someRecord(world, device, world.reports);
    if (!record)
        return makeReport(world, device);
    Fields set = changeBy(world, device.person(), record->values, world.newMark());
    if (world.oneIn(20))
        set.insert(subjectOf(world, device.person()));
    save(world, device, {record->kind, record->id, seenOf(world, *record), set, {}});
}

void changeOther(World& world, SimDevice& device)
{
    const auto record = someRecord(world, device, world.others);
    if (!record)
        return makeOther(world, device);
    const QString field = record->kind == kind::movement ? QString(name::name) : u"futureField"_s;
    save(world, device,
         {record->kind, record->id, seenOf(world, *record), {{field, textOf(world.newMark())}}, {}});
}

void saveTwoTogether(World& world, SimDevice& device)
{
    QList<store::SaveRequest> requests;
    QList<qint64> marks;
    for (int i = 0; i < 2; ++i) {
        const auto record = someRecord(world, device, world.reports);
        if (!record)
            return;
        marks.append(world.newMark());
        requests.append(
            {record->kind, record->id, record->version, {{name::note, textOf(marks.last())}}, {}});
    }
    const auto saved = device.store().saveTogether(requests);
    if (!saved || world.disk().stopped(device.machine()))
        return;
    world.tell(u"%1 saves %2 and %3 together"_s.arg(device.number()).arg(marks[0]).arg(marks[1]));
    for (const qint64 mark : std::as_const(marks))
        world.confirm(device, mark);
    device.engine().localChange();
}

void settleConflict(World& world, SimDevice& device)
{
    const auto conflicts = device.store().conflicts();
    if (!conflicts || conflicts->isEmpty())
        return;
    const auto& conflict = conflicts->at(qsizetype(world.below(quint64(conflicts->size()))));
    const auto record = device.store().record(conflict.record);
    if (!record || !*record || conflict.group.siblings.isEmpty())
        return;
    Fields values = world.oneIn(2) ? conflict.group.winner.values : conflict.group.siblings.first().values;
    const auto saved = device.store().save({conflict.kind, conflict.record, (*record)->version, values, {}});
    world.tell(u"%1 settles %2: %3"_s.arg(device.number()).arg(conflict.group.group).arg(saved.ok()));
    device.engine().localChange();
}

void attendToRefused(World& world, SimDevice& device)
{
    const auto refused = device.store().outbox(store::EditState::Refused);
    if (!refused || refused->isEmpty())
        return;
    const auto& entry = refused->at(qsizetype(world.below(quint64(refused->size()))));
    if (world.oneIn(2)) {
        const auto again = device.store().sendAgain(entry.edit.seq);
        world.tell(u"%1 sends %2 again: %3"_s.arg(device.number()).arg(entry.edit.seq).arg(again.ok()));
        device.engine().localChange();
        return;
    }
    // Whatever came of it, the person no longer expects it.
    for (Confirmed& confirmed : world.confirmed())
        confirmed.excused |= confirmed.mark == markOf(entry.edit.set);
    (void)device.store().putAside(entry.edit.seq);
    world.tell(u"%1 puts %2 aside"_s.arg(device.number()).arg(entry.edit.seq));
}

void keepDraft(World& world, SimDevice& device)
{
    (void)device.store().keepDraft({u"report/%1"_s.arg(world.below(3)), {}, 0, {{name::note, textOf(0)}}, 0});
}

} // namespace

void act(World& world, SimDevice& device)
{
    const quint64 what = world.below(100);
    if (what < 6)
        makeReport(world, device);
    else if (what < 62)
        changeReport(world, device);
    else if (what < 67)
        makeOther(world, device);
    else if (what < 73)
        changeOther(world, device);
    else if (what < 80)
        saveTwoTogether(world, device);
    else if (what < 86)
        settleConflict(world, device);
    else if (what < 91)
        attendToRefused(world, device);
    else if (what < 94)
        keepDraft(world, device);
    else
        device.engine().syncNow();
}

} // namespace thidua::simulation
