#include "domain/legaldocument.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto types = std::to_array<Choice<DocumentType>>({
    {DocumentType::Directive, "directive"_L1},
    {DocumentType::Resolution, "resolution"_L1},
    {DocumentType::Plan, "plan"_L1},
    {DocumentType::Guidance, "guidance"_L1},
    {DocumentType::Decision, "decision"_L1},
    {DocumentType::Law, "law"_L1},
    {DocumentType::Decree, "decree"_L1},
    {DocumentType::Scheme, "scheme"_L1},
    {DocumentType::Circular, "circular"_L1},
    {DocumentType::OfficialLetter, "officialLetter"_L1},
    {DocumentType::Programme, "programme"_L1},
});

LegalDocument LegalDocument::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .type = choiceOf(types, fields.value(name::type)).value_or(DocumentType::Decision),
            .number = fields.value(name::number).toText(),
            .issuedOn = dateOf(fields.value(name::issuedOn)),
            .issuer = fields.value(name::issuer).toText(),
            .name = fields.value(name::name).toText(),
            .validFrom = dateOf(fields.value(name::validFrom)),
            .validTo = dateOf(fields.value(name::validTo)),
            .note = fields.value(name::note).toText(),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields LegalDocument::toFields() const
{
    return withoutEmptyGroups(kind::document, {{name::type, choiceName(types, type)},
                                               {name::number, number},
                                               {name::issuedOn, toValue(issuedOn)},
                                               {name::issuer, toValue(issuer)},
                                               {name::name, name},
                                               {name::validFrom, toValue(validFrom)},
                                               {name::validTo, toValue(validTo)},
                                               {name::note, toValue(note)}});
}

bool LegalDocument::inForceOn(const QDate& day) const
{
    return (!validFrom.isValid() || validFrom <= day) && (!validTo.isValid() || day <= validTo);
}

} // namespace thidua::domain
