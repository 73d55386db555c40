#pragma once

#include "base/random.h"
#include "domain/report.h"
#include "domain/scoretable.h"
#include "server/sample/parts.h"

// Invented results and points, and the invented people who enter and judge them.
namespace thidua::server::sample
{

struct CriterionPart {
    RecordId id;
    int number = 0;
    domain::CriterionKind kind = domain::CriterionKind::Base;
    domain::Scoring scoring = domain::Scoring::Graded;
    qint64 maxPoints = 0; // hundredths; 0: unlimited
    QString measure;
    QString explanation; // with %1 for the value
    RecordId movement;
};
[[nodiscard]] QList<CriterionPart> criteriaOf(const BlockPart& block);

// Unit, criterion, result, explanation and the unit's own score. `strength` of 0 to 100: how well the unit
// does in general.
[[nodiscard]] domain::Report resultOf(const CriterionPart& criterion, int strength, const BlockMember& member,
                                      Random& dice);

struct Judgement {
    qint64 points = 0;
    QString reason;
};
[[nodiscard]] Judgement appraisalOf(const CriterionPart& criterion, qint64 scoreSelf, Random& dice);
[[nodiscard]] QString returnReason(Random& dice);

// The one who enters a unit's reports, or leads a block; made up on first use where people.tsv has none.
[[nodiscard]] Person officerOf(Data& data, const BlockMember& member);
[[nodiscard]] Person leadOf(Data& data, const BlockPart& block);

} // namespace thidua::server::sample
