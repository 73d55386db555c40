#pragma once

#include "domain/awardform.h"
#include "domain/commendation.h"
#include "domain/legalregime.h"

namespace thidua::domain
{

// Why a dossier is not, or had better not be, put forward.
enum class Obstacle {
    NotInForce,      // the form is not one of the law of that day
    WrongSubject,    // a title for people without a person, or the other way round
    ChainTooShort,   // too few years in a row of the title before it
    QuotaFull,       // the block has proposed as many as it may
    SameAchievement, // a warning: one achievement is not rewarded twice (law of 2022, chapter II)
};

struct EligibilityInput {
    AwardForm form;
    Commendation dossier;
    QDate on;                      // when it is judged
    QList<RecordId> previousForms; // the title before it, under this law and under earlier ones
    QList<Commendation> others;    // known dossiers of any unit and year, itself included or not
    QList<RecordId> blockUnits;    // whom the quota is shared with
};

struct Eligibility {
    LegalRegime regime = LegalRegime::Law2003;
    QList<Obstacle> obstacles;
    int yearsInARow = 0;
    std::optional<int> places; // what the quota comes to

    // Warnings are for people to weigh.
    [[nodiscard]] bool allowed() const;
};

// A share of the units in whole places: rounded down, but one place at least.
[[nodiscard]] int placesOf(qint64 quota, qsizetype units);

[[nodiscard]] Eligibility eligibilityOf(const EligibilityInput& input);

} // namespace thidua::domain
