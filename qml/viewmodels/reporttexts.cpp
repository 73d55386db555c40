#include "viewmodels/reporttexts.h"

#include "base/valuecodec.h"
#include "domain/formats.h"
#include "domain/names.h"
#include "domain/scoring.h"
#include "domain/text.h"

#include <algorithm>

namespace thidua::viewmodels
{

namespace
{

enum class Form { Number, Points, Text, Date };

struct Description {
    QLatin1String name;
    Form form;
    bool ofUnit; // the unit's own part; the others are the reviewers'
};

constexpr std::array<Description, reportFieldCount> descriptions{{
    {name::value, Form::Number, true},
    {name::scoreSelf, Form::Points, true},
    {name::explanation, Form::Text, true},
    {name::note, Form::Text, true},
    {name::occurredOn, Form::Date, true},
    {name::place, Form::Text, true},
    {name::scoreAppraisal, Form::Points, false},
    {name::appraisalReason, Form::Text, false},
    {name::scoreCouncil, Form::Points, false},
    {name::councilReason, Form::Text, false},
}};

const Description& describe(ReportField field)
{
    return descriptions[size_t(field)];
}

QString shownText(const Description& description, const Value& value)
{
    if (value.isNull())
        return {};
    switch (description.form) {
    case Form::Number:
    case Form::Points:
        return domain::hundredths(value.toInteger());
    case Form::Date:
        return domain::shortDate(QDate::fromString(value.toText(), Qt::ISODate));
    case Form::Text:
        break;
    }
    return value.toText();
}

} // namespace

QLatin1String fieldName(ReportField field)
{
    return describe(field).name;
}

void ReportTexts::show(const Fields& fields)
{
    for (size_t i = 0; i < m_texts.size(); ++i) {
        if (!m_texts[i].touched)
            m_texts[i].text = shownText(descriptions[i], fields.value(descriptions[i].name));
    }
}

void ReportTexts::type(ReportField field, const QString& text)
{
    m_texts[size_t(field)] = {text, true};
}

void ReportTexts::restore(const Fields& typed)
{
    for (size_t i = 0; i < m_texts.size(); ++i) {
        if (typed.contains(descriptions[i].name))
            m_texts[i] = {typed.value(descriptions[i].name).toText(), true};
    }
}

void ReportTexts::forget()
{
    for (Entry& entry : m_texts)
        entry.touched = false;
}

void ReportTexts::forget(const Fields& typed)
{
    for (size_t i = 0; i < m_texts.size(); ++i) {
        if (typed.contains(descriptions[i].name) &&
            typed.value(descriptions[i].name).toText() == m_texts[i].text)
            m_texts[i].touched = false;
    }
}

bool ReportTexts::touched() const
{
    return std::ranges::any_of(m_texts, &Entry::touched);
}

Fields ReportTexts::typed() const
{
    Fields typed;
    for (size_t i = 0; i < m_texts.size(); ++i) {
        if (m_texts[i].touched)
            typed.insert(descriptions[i].name, m_texts[i].text);
    }
    return typed;
}

Result<Value> ReportTexts::parsed(ReportField field) const
{
    const QString text = domain::normalised(m_texts[size_t(field)].text.trimmed());
    if (text.isEmpty())
        return Value();
    switch (describe(field).form) {
    case Form::Number:
    case Form::Points: {
        auto number = domain::parseHundredths(text);
        return number ? Result<Value>(Value(*number)) : number.error();
    }
    case Form::Date: {
        const auto date = domain::parseDate(text);
        return date ? Result<Value>(Value(date->toString(Qt::ISODate))) : ErrorCode::InvalidValue;
    }
    case Form::Text:
        break;
    }
    return text.toUtf8().size() > codec::maxText ? Result<Value>(ErrorCode::TooLarge) : Result<Value>(text);
}

ErrorCode ReportTexts::problem(ReportField field, const domain::Criterion& criterion) const
{
    const auto value = parsed(field);
    if (!value)
        return value.error().code;
    if (describe(field).form == Form::Points && !value->isNull())
        return domain::checkPoints(criterion, value->toInteger()).error().code;
    return ErrorCode::None;
}

Fields ReportTexts::values(const domain::Criterion& criterion) const
{
    Fields values;
    for (int i = 0; i < reportFieldCount; ++i) {
        const auto field = ReportField(i);
        if (!m_texts[size_t(i)].touched || !describe(field).ofUnit ||
            problem(field, criterion) != ErrorCode::None)
            continue;
        values.insert(describe(field).name, *parsed(field));
    }
    // A result is a number with its measure.
    if (values.contains(name::value))
        values.insert(name::measure, criterion.measure.isEmpty() ? Value() : Value(criterion.measure));
    return values;
}

std::optional<qint64> ReportTexts::number(ReportField field) const
{
    const auto value = parsed(field);
    return value && value->isInteger() ? std::optional(value->toInteger()) : std::nullopt;
}

} // namespace thidua::viewmodels
