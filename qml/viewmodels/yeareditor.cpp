#include "viewmodels/yeareditor.h"

#include "domain/names.h"
#include "services/services.h"
#include "viewmodels/choicetext.h"
#include "viewmodels/errortext.h"
#include "viewmodels/fieldtext.h"
#include "viewmodels/yearentry.h"
#include "viewmodels/yeartext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;
using services::FormField;
using services::YearForm;

YearEditor::YearEditor(const Workplace& place, Purpose purpose, QLatin1String kind, const RecordId& record,
                       QObject* parent)
    : QObject(parent)
    , m_place(place)
    , m_purpose(purpose)
    , m_kind(kind)
{
    m_place.store.run(
        this,
        [purpose, kind, record](services::Services& services) {
            if (purpose == Blank)
                return services.yearForms().blank(kind, record);
            return purpose == Edit ? services.yearForms().edit(kind, record)
                                   : services.yearForms().count(record);
        },
        [this](Result<YearForm> form) {
            m_errorText = viewmodels::errorText(form.error().code);
            if (form)
                m_form = std::move(*form);
            Q_EMIT loaded();
        });
}

QString YearEditor::title() const
{
    if (m_purpose == Count)
        return tr("Count of the votes");
    return m_purpose == Blank ? tr("New: %1").arg(yearKindText(m_kind)) : yearKindText(m_kind);
}

// The votes of a count are several fields of one name.
QString YearEditor::keyOf(qsizetype place) const
{
    const FormField& field = m_form->fields[place];
    return m_form->counts && field.name == name::votes ? field.name + QString::number(place) : field.name;
}

QString YearEditor::textOf(qsizetype place) const
{
    const FormField& field = m_form->fields[place];
    Value value = m_form->values.value(field.name);
    if (m_form->counts && field.name == name::votes) {
        const auto first = std::ranges::find(m_form->fields, QString(name::votes), &FormField::name);
        value = value.toList().value(place - (first - m_form->fields.cbegin()));
    }
    return m_typed.value(keyOf(place), entryText(field.entry, value));
}

QVariantList YearEditor::fields() const
{
    QVariantList list;
    for (qsizetype place = 0; m_form && place < m_form->fields.size(); ++place) {
        const FormField& field = m_form->fields[place];
        QVariantList options;
        for (const QString& choice : field.choices)
            options.append(QVariantMap{{u"id"_s, choice}, {u"name"_s, choiceText(field.name, choice)}});
        for (const services::Option& option : field.options)
            options.append(QVariantMap{{u"id"_s, option.id}, {u"name"_s, option.name}});
        const QString label = fieldText(field.name);
        list.append(QVariantMap{
            {u"key"_s, keyOf(place)},
            {u"label"_s, field.choice.isEmpty() ? label : label + u": "_s + field.choice},
            {u"entry"_s, entryName(field.entry)},
            {u"suffix"_s, field.entry == FormField::Entry::Percent ? u"%"_s : QString()},
            {u"help"_s, field.entry == FormField::Entry::Days ? tr("For example 7, 3, 1") : QString()},
            {u"required"_s, field.required},
            {u"writable"_s, field.writable},
            {u"value"_s, textOf(place)},
            {u"options"_s, options}});
    }
    return list;
}

void YearEditor::enter(const QString& key, const QString& text)
{
    m_typed.insert(key, text);
    if (m_errors.remove(key) > 0)
        Q_EMIT errorsChanged();
    Q_EMIT typedChanged();
}

// Of a count everything is said at once; else only what was typed.
Result<Fields> YearEditor::read()
{
    m_errors.clear();
    Fields set;
    Value::List votes;
    for (qsizetype place = 0; place < m_form->fields.size(); ++place) {
        const FormField& field = m_form->fields[place];
        const QString key = keyOf(place);
        const auto value = entryValue(field, textOf(place));
        if (!value)
            m_errors.insert(key, viewmodels::errorText(value.error().code));
        else if (field.required && value->isNull())
            m_errors.insert(key, tr("Please fill this in"));
        else if (m_form->counts && field.name == name::votes)
            votes.append(*value);
        else if (m_form->counts || m_typed.contains(key))
            set.insert(field.name, *value);
    }
    if (m_form->counts)
        set.insert(name::votes, Value(votes));
    Q_EMIT errorsChanged();
    return m_errors.isEmpty() ? Result<Fields>(set) : Result<Fields>(ErrorCode::MissingField);
}

void YearEditor::save()
{
    if (!m_form || m_busy)
        return;
    const auto set = read();
    if (!set) {
        Q_EMIT problem(tr("Something is missing or cannot be read. Look at the marked fields."));
        return;
    }
    m_busy = true;
    Q_EMIT busyChanged();
    m_place.store.run(
        this,
        [form = *m_form, fields = *set](services::Services& services) {
            return services.yearForms().save(form, fields);
        },
        [this](const Result<RecordId>& done) { finish(done); });
}

void YearEditor::finish(const Result<RecordId>& done)
{
    m_busy = false;
    Q_EMIT busyChanged();
    if (!done) {
        Q_EMIT problem(viewmodels::errorText(done.error().code));
        return;
    }
    m_typed.clear();
    Q_EMIT typedChanged();
    Q_EMIT saved(QString(m_kind), done->toText());
}

} // namespace thidua::viewmodels
