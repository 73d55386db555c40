#include "domain/awardform.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto types = std::to_array<Choice<AwardType>>({
    {AwardType::Title, "title"_L1},
    {AwardType::Flag, "flag"_L1},
    {AwardType::Certificate, "certificate"_L1},
    {AwardType::Order, "order"_L1},
    {AwardType::Medal, "medal"_L1},
    {AwardType::Prize, "prize"_L1},
});
static constexpr auto subjects = std::to_array<Choice<AwardSubject>>({
    {AwardSubject::Person, "person"_L1},
    {AwardSubject::Unit, "unit"_L1},
    {AwardSubject::Household, "household"_L1},
});
static constexpr auto levels = std::to_array<Choice<AwardLevel>>({
    {AwardLevel::National, "national"_L1},
    {AwardLevel::City, "city"_L1},
    {AwardLevel::Unit, "unit"_L1},
});

AwardForm AwardForm::fromFields(const RecordId& id, const Fields& fields)
{
    AwardForm form{.id = id,
                   .name = fields.value(name::name).toText(),
                   .type = choiceOf(types, fields.value(name::type)).value_or(AwardType::Certificate),
                   .subject = choiceOf(subjects, fields.value(name::subject)).value_or(AwardSubject::Unit),
                   .level = choiceOf(levels, fields.value(name::level)).value_or(AwardLevel::City),
                   .validFrom = dateOf(fields.value(name::validFrom)),
                   .validTo = dateOf(fields.value(name::validTo)),
                   .legalBasis = idsOf(fields.value(name::legalBasis)),
                   .previous = fields.value(name::previous).toId(),
                   .years = int(fields.value(name::years).toInteger()),
                   .quota = numberOf(fields.value(name::quota)),
                   .vote = {},
                   .deleted = fields.value(name::deleted).toBool()};
    if (!fields.value(name::approval).isNull())
        form.vote = voteRuleOf(fields);
    return form;
}

Fields AwardForm::toFields() const
{
    Fields fields{{name::name, name},
                  {name::type, choiceName(types, type)},
                  {name::subject, choiceName(subjects, subject)},
                  {name::level, choiceName(levels, level)},
                  {name::validFrom, toValue(validFrom)},
                  {name::validTo, toValue(validTo)},
                  {name::legalBasis, toValue(legalBasis)},
                  {name::previous, toValue(previous)},
                  {name::years, years > 0 ? Value(years) : Value()},
                  {name::quota, toValue(quota)}};
    if (vote)
        insertVoteRule(fields, *vote);
    return withoutEmptyGroups(kind::awardForm, fields);
}

bool AwardForm::inForceOn(const QDate& day) const
{
    return (!validFrom.isValid() || validFrom <= day) && (!validTo.isValid() || day <= validTo);
}

} // namespace thidua::domain
