#pragma once

#include "domain/ballotresult.h"
#include "domain/eligibility.h"
#include "services/yearservice.h"

// The words of the emulation year's parts beside movements and reports.
namespace thidua::viewmodels
{

[[nodiscard]] QString yearKindText(QLatin1String kind);
[[nodiscard]] QString yearStateText(const QString& state);
[[nodiscard]] QString yearStateTone(const QString& state); // of a StatusChip

// What the button of a step says, and what is asked before it is taken.
[[nodiscard]] QString stepText(QLatin1String kind, const services::Step& step);
[[nodiscard]] QString stepQuestion(QLatin1String kind, const services::Step& step);
// Why it cannot be taken now; empty if it can.
[[nodiscard]] QString stepHindrance(const services::Step& step);

[[nodiscard]] QString outcomeText(const domain::BallotResult& result, const QString& chosen);
[[nodiscard]] QString obstacleText(domain::Obstacle obstacle, const domain::Eligibility& eligibility);

} // namespace thidua::viewmodels
