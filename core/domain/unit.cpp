#include "domain/unit.h"

#include "domain/fieldvalues.h"
#include "domain/names.h"

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static constexpr auto types = std::to_array<Choice<UnitType>>({
    {UnitType::Ward, "ward"_L1},
    {UnitType::Commune, "commune"_L1},
    {UnitType::Township, "township"_L1},
    {UnitType::SpecialZone, "specialZone"_L1},
    {UnitType::Organisation, "organisation"_L1},
});

Unit Unit::fromFields(const RecordId& id, const Fields& fields)
{
    return {.id = id,
            .code = fields.value(name::code).toText(),
            .name = fields.value(name::name).toText(),
            .type = choiceOf(types, fields.value(name::type)).value_or(UnitType::Organisation),
            .district = fields.value(name::district).toText(),
            .validFrom = dateOf(fields.value(name::validFrom)),
            .validTo = dateOf(fields.value(name::validTo)),
            .deleted = fields.value(name::deleted).toBool()};
}

Fields Unit::toFields() const
{
    return withoutEmptyGroups(kind::unit, {{name::code, code},
                                           {name::name, name},
                                           {name::type, choiceName(types, type)},
                                           {name::district, toValue(district)},
                                           {name::validFrom, toValue(validFrom)},
                                           {name::validTo, toValue(validTo)}});
}

bool Unit::existsOn(const QDate& day) const
{
    return (!validFrom.isValid() || validFrom <= day) && (!validTo.isValid() || day <= validTo);
}

QString Unit::fullName() const
{
    return district.isEmpty() ? name : name + u", "_s + district;
}

} // namespace thidua::domain
