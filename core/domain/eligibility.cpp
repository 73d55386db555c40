#include "domain/eligibility.h"

#include "domain/text.h"

#include <algorithm>

namespace thidua::domain
{

static bool isSameSubject(const Commendation& a, const Commendation& b)
{
    return a.unit == b.unit && matchKey(a.nominee) == matchKey(b.nominee);
}

static bool isGranted(const Commendation& dossier)
{
    return dossier.state == CommendationState::Decided && !dossier.deleted;
}

// Whether it takes a place or stands as a reward: neither a draft nor something turned down.
static bool isPutForward(const Commendation& dossier)
{
    return !dossier.deleted &&
           (dossier.state == CommendationState::Submitted || dossier.state == CommendationState::Appraised ||
            dossier.state == CommendationState::Voted || isGranted(dossier));
}

// The row ends with the dossier's year, or with the year before if that of its own year is not decided yet.
static int yearsInARow(const EligibilityInput& input)
{
    const auto hasYear = [&](int year) {
        return std::ranges::any_of(input.others, [&](const Commendation& other) {
            return isGranted(other) && input.previousForms.contains(other.awardForm) && other.year == year &&
                   isSameSubject(other, input.dossier);
        });
    };
    int year = input.dossier.year;
    if (!hasYear(year))
        --year;
    int count = 0;
    while (hasYear(year - count))
        ++count;
    return count;
}

static bool fitsSubject(const AwardForm& form, const Commendation& dossier)
{
    return (form.subject == AwardSubject::Unit) == dossier.nominee.trimmed().isEmpty();
}

static qsizetype takenPlaces(const EligibilityInput& input)
{
    return std::ranges::count_if(input.others, [&](const Commendation& other) {
        return other.id != input.dossier.id && other.awardForm == input.form.id &&
               other.year == input.dossier.year && isPutForward(other) &&
               input.blockUnits.contains(other.unit);
    });
}

static bool isRewardedElsewhere(const EligibilityInput& input)
{
    const QString achievement = matchKey(input.dossier.achievement);
    return !achievement.isEmpty() && std::ranges::any_of(input.others, [&](const Commendation& other) {
        return other.id != input.dossier.id && isPutForward(other) && isSameSubject(other, input.dossier) &&
               matchKey(other.achievement) == achievement;
    });
}

bool Eligibility::allowed() const
{
    return std::ranges::all_of(obstacles,
                               [](Obstacle obstacle) { return obstacle == Obstacle::SameAchievement; });
}

int placesOf(qint64 quota, qsizetype units)
{
    if (units == 0)
        return 0;
    return int(std::max<qint64>(1, std::clamp<qint64>(quota, 0, 10'000) * units / 10'000));
}

Eligibility eligibilityOf(const EligibilityInput& input)
{
    Eligibility result{.regime = legalRegimeOn(input.on), .obstacles = {}, .places = {}};
    const auto note = [&](bool stands, Obstacle obstacle) {
        if (stands)
            result.obstacles.append(obstacle);
    };
    note(!input.form.inForceOn(input.on), Obstacle::NotInForce);
    note(!fitsSubject(input.form, input.dossier), Obstacle::WrongSubject);
    if (input.form.years > 0) {
        result.yearsInARow = yearsInARow(input);
        note(result.yearsInARow < input.form.years, Obstacle::ChainTooShort);
    }
    if (input.form.quota) {
        result.places = placesOf(*input.form.quota, input.blockUnits.size());
        note(takenPlaces(input) >= *result.places, Obstacle::QuotaFull);
    }
    note(isRewardedElsewhere(input), Obstacle::SameAchievement);
    return result;
}

} // namespace thidua::domain
