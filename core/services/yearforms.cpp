#include "services/yearforms.h"

#include "domain/names.h"
#include "domain/schema.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace thidua::services
{

using namespace Qt::StringLiterals;
using domain::Channel;
using Entry = FormField::Entry;

namespace
{

struct Asked {
    QLatin1String kind;
    QLatin1String field;
    Entry entry;
};

// In the order in which people think of them.
constexpr auto asked = std::to_array<Asked>({
    {kind::review, name::name, Entry::Line},
    {kind::review, name::kind, Entry::Choice},
    {kind::review, name::year, Entry::Number},
    {kind::review, name::occurredOn, Entry::Date},
    {kind::review, name::place, Entry::Line},
    {kind::review, name::agenda, Entry::Area},
    {kind::review, name::units, Entry::Units},
    {kind::review, name::attendees, Entry::Number},
    {kind::review, name::minutes, Entry::Area},

    {kind::ballot, name::name, Entry::Line},
    {kind::ballot, name::kind, Entry::Choice},
    {kind::ballot, name::occurredOn, Entry::Date},
    {kind::ballot, name::candidates, Entry::Units},
    {kind::ballot, name::period, Entry::Line},
    {kind::ballot, name::secrecy, Entry::Choice},
    {kind::ballot, name::basis, Entry::Choice},
    {kind::ballot, name::quorum, Entry::Percent},
    {kind::ballot, name::approval, Entry::Percent},

    {kind::commendation, name::unit, Entry::Choice},
    {kind::commendation, name::awardForm, Entry::Choice},
    {kind::commendation, name::year, Entry::Number},
    {kind::commendation, name::nominee, Entry::Line},
    {kind::commendation, name::achievement, Entry::Area},
    {kind::commendation, name::proposal, Entry::Area},
    {kind::commendation, name::achievementReport, Entry::Area},
    {kind::commendation, name::minutes, Entry::Area},
    {kind::commendation, name::movement, Entry::Choice},
    {kind::commendation, name::note, Entry::Area},
    {kind::commendation, name::objection, Entry::Area},

    {kind::awardDecision, name::type, Entry::Choice},
    {kind::awardDecision, name::number, Entry::Line},
    {kind::awardDecision, name::signedOn, Entry::Date},
    {kind::awardDecision, name::name, Entry::Line},
    {kind::awardDecision, name::issuer, Entry::Line},
    {kind::awardDecision, name::note, Entry::Area},

    {kind::inspection, name::unit, Entry::Choice},
    {kind::inspection, name::occurredOn, Entry::Date},
    {kind::inspection, name::findings, Entry::Area},
    {kind::inspection, name::followUp, Entry::Area},
    {kind::inspection, name::dueOn, Entry::Date},
    {kind::inspection, name::answer, Entry::Area},

    {kind::reminder, name::name, Entry::Line},
    {kind::reminder, name::role, Entry::Choice},
    {kind::reminder, name::dueOn, Entry::Date},
    {kind::reminder, name::daysBefore, Entry::Days},

    {kind::announcement, name::name, Entry::Line},
    {kind::announcement, name::text, Entry::Area},
    {kind::announcement, name::startsOn, Entry::Date},
    {kind::announcement, name::endsOn, Entry::Date},

    {kind::example, name::unit, Entry::Choice},
    {kind::example, name::name, Entry::Line},
    {kind::example, name::achievement, Entry::Area},
    {kind::example, name::occurredOn, Entry::Date},
    {kind::example, name::place, Entry::Line},
    {kind::example, name::movement, Entry::Choice},

    {kind::work, name::unit, Entry::Choice},
    {kind::work, name::name, Entry::Line},
    {kind::work, name::goal, Entry::Area},
    {kind::work, name::movement, Entry::Choice},
    {kind::work, name::startsOn, Entry::Date},
    {kind::work, name::endsOn, Entry::Date},
    {kind::work, name::progress, Entry::Percent},

    {kind::creativityEntry, name::unit, Entry::Choice},
    {kind::creativityEntry, name::name, Entry::Line},
    {kind::creativityEntry, name::field, Entry::Choice},
    {kind::creativityEntry, name::year, Entry::Number},
    {kind::creativityEntry, name::authors, Entry::Area},
    {kind::creativityEntry, name::achievement, Entry::Area},
});

bool isFilled(const Value& value)
{
    if (value.isText())
        return !value.toText().trimmed().isEmpty();
    return value.isList() ? !value.toList().isEmpty() : !value.isNull();
}

} // namespace

YearForms::YearForms(store::LocalStore& store, CatalogueService& catalogue, Access& access,
                     RecordEdits& edits, const StepService::Parts& parts)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
    , m_edits(edits)
    , m_parts(parts)
{
}

// What a new record is about, before anything is filled in.
Result<Fields> YearForms::beginning(QLatin1String kind, const RecordId& about)
{
    auto person = m_access.person();
    if (!person)
        return person.error();
    const domain::Kind* described = m_store.schema().kind(QString(kind));
    const QString today = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date().toString(Qt::ISODate);
    Fields fields;
    const auto put = [&](QLatin1String field, const Value& value) {
        if (described && described->groupOfField(QString(field)))
            fields.insert(field, value);
    };
    if (!person->unit.isNull())
        put(name::unit, person->unit);
    if (!person->block.isNull())
        put(name::block, person->block);
    put(name::year, today.left(4).toInt());
    if (kind == kind::ballot || kind == kind::inspection)
        put(name::occurredOn, today);
    if (kind != kind::ballot || about.isNull())
        return fields;
    if (auto review = m_edits.shown(kind::review, about)) {
        fields.insert(name::review, about);
        fields.insert(name::block, review->fields.value(name::block));
        fields.insert(name::kind, u"election"_s);
        return fields;
    }
    auto dossier = m_edits.shown(kind::commendation, about);
    if (!dossier)
        return dossier.error();
    fields.insert(name::commendation, about);
    fields.insert(name::kind, u"commendation"_s);
    // By the rule that the award asks for.
    if (auto award = m_edits.shown(kind::awardForm, dossier->fields.value(name::awardForm).toId())) {
        for (const auto field : {name::basis, name::quorum, name::approval, name::secrecy})
            fields.insert(field, award->fields.value(field));
    }
    return fields;
}

Result<QStringList> YearForms::beginnable(YearPart part)
{
    auto person = m_access.person();
    if (!person)
        return person.error();
    QStringList kinds;
    for (const QLatin1String kind : kindsOf(part)) {
        auto fields = beginning(kind, {});
        if (!fields)
            return fields.error();
        // Whoever has no unit of their own chooses one; whether they may is asked of the first that can be.
        const bool ofUnit = m_store.schema().kind(QString(kind))->channel == domain::ChannelRule::Unit;
        if (ofUnit && person->unit.isNull()) {
            const QList<RecordId> units = unitsFor(*fields, *person);
            if (units.isEmpty())
                continue;
            fields->insert(name::unit, units.first());
        }
        // Of what is the whole city's nothing may stand there yet, and nothing is allowed to everybody.
        if (m_store.schema().kind(QString(kind))->groupOfField(QString(name::name)))
            fields->insert(name::name, u"?"_s);
        if (m_access.check(QString(kind), *fields, {}, {}))
            kinds.append(QString(kind));
    }
    return kinds;
}

Result<Openings> YearForms::openings(QLatin1String kind, const RecordId& id)
{
    auto form = edit(kind, id);
    if (!form)
        return form.error();
    Openings may;
    may.edit = std::ranges::any_of(form->fields, &FormField::writable);
    if (kind == kind::ballot) {
        const Fields set{{name::members, form->values.value(name::members)}};
        may.count = m_access.check(QString(kind), set, form->values, form->values).ok();
    }
    // What is voted on is appraised and not yet decided; a review's ballots are held while it is open.
    const QString state = domain::stateOf(QString(kind), form->values);
    const bool votable = (kind == kind::commendation && state == "appraised"_L1) ||
                         (kind == kind::review && state != "closed"_L1);
    if (votable) {
        auto fields = beginning(kind::ballot, id);
        may.ballot = fields && m_access.check(QString(kind::ballot), *fields, {}, {});
    }
    return may;
}

QList<RecordId> YearForms::unitsFor(const Fields& values, const Person& person) const
{
    if (!person.unit.isNull())
        return {person.unit};
    const RecordId block = values.value(name::block).toId();
    if (!block.isNull())
        return m_catalogue.unitsOf(block);
    QList<RecordId> units;
    for (const domain::Unit& unit : m_catalogue.units())
        units.append(unit.id);
    return units;
}

Result<void> YearForms::addOptions(FormField& field, const Fields& values)
{
    if (field.name == name::unit || field.entry == Entry::Units) {
        auto person = m_access.person();
        if (!person)
            return person.error();
        const bool together = field.entry == Entry::Units; // a meeting is the whole block's
        const Person anybody;
        for (const RecordId& unit : unitsFor(values, together ? anybody : *person))
            field.options.append({unit.toText(), m_catalogue.unitName(unit)});
    } else if (field.name == name::movement) {
        for (const domain::Movement& movement : m_catalogue.movements())
            field.options.append({movement.id.toText(), movement.name});
    } else if (field.name == name::awardForm) {
        auto forms = m_edits.all<domain::AwardForm>(kind::awardForm);
        if (!forms)
            return forms.error();
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
        for (const domain::AwardForm& form : std::as_const(*forms)) {
            if (form.inForceOn(today) || values.value(name::awardForm).toId() == form.id)
                field.options.append({form.id.toText(), form.name});
        }
    }
    return {};
}

Result<YearForm> YearForms::filled(QLatin1String kind, const ShownVersion& shown, Fields values)
{
    const domain::Kind* described = m_store.schema().kind(QString(kind));
    YearForm form{kind, false, shown, {}, std::move(values)};
    for (const Asked& entry : asked) {
        if (entry.kind != kind)
            continue;
        const domain::FieldGroup* group = described->groupOfField(QString(entry.field));
        const auto told = std::ranges::find(group->fields, QString(entry.field), &domain::Field::name);
        FormField field{QString(entry.field), entry.entry, told->required, true, told->type.choices, {}, {}};
        if (!shown.id.isNull()) {
            const Fields set{{field.name, shown.fields.value(field.name)}};
            field.writable = m_access.check(QString(kind), set, shown.fields, shown.fields).ok();
        }
        // An objection and an answer are said to something that is there already.
        const bool later = field.name == name::objection || field.name == name::answer;
        if (later && (shown.id.isNull() || !field.writable))
            continue;
        if (auto options = addOptions(field, form.values); !options)
            return options.error();
        form.fields.append(std::move(field));
    }
    return form;
}

Result<YearForm> YearForms::blank(QLatin1String kind, const RecordId& about)
{
    auto fields = beginning(kind, about);
    return fields ? filled(kind, {}, std::move(*fields)) : fields.error();
}

Result<YearForm> YearForms::edit(QLatin1String kind, const RecordId& id)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    auto shown = m_edits.shown(kind, id);
    return shown ? filled(kind, *shown, shown->fields) : shown.error();
}

Result<YearForm> YearForms::count(const RecordId& id)
{
    auto shown = m_edits.shown(kind::ballot, id);
    if (!shown)
        return shown.error();
    const auto ballot = domain::Ballot::fromFields(id, shown->fields);
    YearForm form{kind::ballot, true, *shown, {}, shown->fields};
    const auto add = [&](QLatin1String field, const QString& choice = {}) {
        form.fields.append({QString(field), Entry::Number, true, true, {}, {}, choice});
    };
    add(name::members);
    add(name::present);
    for (qsizetype i = 0; i < ballot.choices(); ++i)
        add(name::votes,
            i < ballot.candidates.size() ? m_catalogue.unitName(ballot.candidates[i]) : QString());
    add(name::against);
    add(name::invalid);
    return form;
}

Result<RecordId> YearForms::create(QLatin1String kind, const Fields& fields)
{
    if (kind == kind::review)
        return m_parts.reviews.plan(domain::Review::fromFields({}, fields));
    if (kind == kind::ballot)
        return m_parts.reviews.openBallot(domain::Ballot::fromFields({}, fields));
    if (kind == kind::commendation)
        return m_parts.commendations.draft(domain::Commendation::fromFields({}, fields));
    if (kind == kind::awardDecision)
        return m_parts.commendations.addDecision(domain::AwardDecision::fromFields({}, fields));
    if (kind == kind::inspection)
        return m_parts.urging.inspect(domain::Inspection::fromFields({}, fields));
    if (kind == kind::reminder)
        return m_parts.urging.remind(domain::Reminder::fromFields({}, fields));
    if (kind == kind::announcement)
        return m_parts.publicity.draft(domain::Announcement::fromFields({}, fields));
    if (kind == kind::example)
        return m_parts.publicity.propose(domain::Example::fromFields({}, fields));
    if (kind == kind::work)
        return m_parts.publicity.registerWork(domain::Work::fromFields({}, fields));
    if (kind == kind::creativityEntry)
        return m_parts.publicity.enter(domain::CreativityEntry::fromFields({}, fields));
    return {ErrorCode::NotFound, u"no form of "_s + kind};
}

Result<RecordId> YearForms::save(const YearForm& form, const Fields& set)
{
    Fields whole = form.values;
    whole.insert(set);
    for (const FormField& field : form.fields) {
        if (field.required && !isFilled(whole.value(field.name)))
            return {ErrorCode::MissingField, field.name};
    }
    if (form.shown.id.isNull())
        return create(form.kind, whole);
    const auto said =
        form.counts
            ? m_parts.reviews.count(form.shown, *domain::Ballot::fromFields(form.shown.id, whole).count)
            : m_edits.change(form.kind, form.shown, set);
    return said ? Result<RecordId>(form.shown.id) : said.error();
}

} // namespace thidua::services
