#pragma once

#include <QLatin1String>

// The names of kinds and fields as they stand in the schema, in files and on the wire. GLOSSARY.md explains
// them.
namespace thidua::kind
{
using namespace Qt::StringLiterals;
inline constexpr auto unit = "unit"_L1;
inline constexpr auto block = "block"_L1;
inline constexpr auto membership = "membership"_L1;
inline constexpr auto person = "person"_L1;
inline constexpr auto document = "document"_L1;
inline constexpr auto movement = "movement"_L1;
inline constexpr auto scoreTable = "scoreTable"_L1;
inline constexpr auto criterion = "criterion"_L1;
inline constexpr auto pledge = "pledge"_L1;
inline constexpr auto pledgeItem = "pledgeItem"_L1;
inline constexpr auto target = "target"_L1;
inline constexpr auto report = "report"_L1;
inline constexpr auto attachment = "attachment"_L1;
inline constexpr auto standing = "standing"_L1;
inline constexpr auto review = "review"_L1;
inline constexpr auto ballot = "ballot"_L1;
inline constexpr auto body = "body"_L1;
inline constexpr auto awardForm = "awardForm"_L1;
inline constexpr auto commendation = "commendation"_L1;
inline constexpr auto awardDecision = "awardDecision"_L1;
inline constexpr auto inspection = "inspection"_L1;
inline constexpr auto reminder = "reminder"_L1;
inline constexpr auto announcement = "announcement"_L1;
inline constexpr auto example = "example"_L1;
inline constexpr auto work = "work"_L1;
inline constexpr auto creativityEntry = "creativityEntry"_L1;
} // namespace thidua::kind

namespace thidua::name
{
using namespace Qt::StringLiterals;
// common
inline constexpr auto block = "block"_L1;
inline constexpr auto code = "code"_L1;
inline constexpr auto deleted = "deleted"_L1;
inline constexpr auto illustration = "illustration"_L1;
inline constexpr auto kind = "kind"_L1;
inline constexpr auto level = "level"_L1;
inline constexpr auto movement = "movement"_L1;
inline constexpr auto name = "name"_L1;
inline constexpr auto note = "note"_L1;
inline constexpr auto number = "number"_L1;
inline constexpr auto period = "period"_L1;
inline constexpr auto reason = "reason"_L1;
inline constexpr auto role = "role"_L1;
inline constexpr auto status = "status"_L1;
inline constexpr auto text = "text"_L1;
inline constexpr auto type = "type"_L1;
inline constexpr auto unit = "unit"_L1;
inline constexpr auto user = "user"_L1;
inline constexpr auto validFrom = "validFrom"_L1;
inline constexpr auto validTo = "validTo"_L1;
inline constexpr auto year = "year"_L1;
// units, blocks, people
inline constexpr auto decision = "decision"_L1;
inline constexpr auto district = "district"_L1;
inline constexpr auto position = "position"_L1;
inline constexpr auto tieBreak = "tieBreak"_L1;
// documents and movements
inline constexpr auto awardForms = "awardForms"_L1;
inline constexpr auto dossierDeadline = "dossierDeadline"_L1;
inline constexpr auto endsOn = "endsOn"_L1;
inline constexpr auto field = "field"_L1;
inline constexpr auto goal = "goal"_L1;
inline constexpr auto issuedOn = "issuedOn"_L1;
inline constexpr auto issuer = "issuer"_L1;
inline constexpr auto legalBasis = "legalBasis"_L1;
inline constexpr auto mode = "mode"_L1;
inline constexpr auto organiser = "organiser"_L1;
inline constexpr auto scope = "scope"_L1;
inline constexpr auto startsOn = "startsOn"_L1;
inline constexpr auto subjects = "subjects"_L1;
inline constexpr auto theme = "theme"_L1;
// score tables, criteria, pledges, targets
inline constexpr auto baseline = "baseline"_L1;
inline constexpr auto bonusCap = "bonusCap"_L1;
inline constexpr auto comparator = "comparator"_L1;
inline constexpr auto dueOn = "dueOn"_L1;
inline constexpr auto group = "group"_L1;
inline constexpr auto groupName = "groupName"_L1;
inline constexpr auto indicator = "indicator"_L1;
inline constexpr auto maxPoints = "maxPoints"_L1;
inline constexpr auto measure = "measure"_L1;
inline constexpr auto penaltyCap = "penaltyCap"_L1;
inline constexpr auto pledge = "pledge"_L1;
inline constexpr auto scoreTable = "scoreTable"_L1;
inline constexpr auto scoring = "scoring"_L1;
inline constexpr auto signedOn = "signedOn"_L1;
inline constexpr auto threshold = "threshold"_L1;
// reports
inline constexpr auto appraisalReason = "appraisalReason"_L1;
inline constexpr auto councilReason = "councilReason"_L1;
inline constexpr auto criterion = "criterion"_L1;
inline constexpr auto explanation = "explanation"_L1;
inline constexpr auto objection = "objection"_L1;
inline constexpr auto occurredOn = "occurredOn"_L1;
inline constexpr auto place = "place"_L1;
inline constexpr auto reporter = "reporter"_L1;
inline constexpr auto reviewedSubmission = "reviewedSubmission"_L1;
inline constexpr auto scoreAppraisal = "scoreAppraisal"_L1;
inline constexpr auto scoreCouncil = "scoreCouncil"_L1;
inline constexpr auto scoreSelf = "scoreSelf"_L1;
inline constexpr auto submission = "submission"_L1;
inline constexpr auto target = "target"_L1;
inline constexpr auto value = "value"_L1;
// attachments
inline constexpr auto mediaType = "mediaType"_L1;
inline constexpr auto report = "report"_L1;
inline constexpr auto sha256 = "sha256"_L1;
inline constexpr auto size = "size"_L1;
// standings
inline constexpr auto asOf = "asOf"_L1;
inline constexpr auto base = "base"_L1;
inline constexpr auto bonus = "bonus"_L1;
inline constexpr auto expected = "expected"_L1;
inline constexpr auto groupPoints = "groupPoints"_L1;
inline constexpr auto groups = "groups"_L1;
inline constexpr auto penalty = "penalty"_L1;
inline constexpr auto previousRank = "previousRank"_L1;
inline constexpr auto rank = "rank"_L1;
inline constexpr auto reported = "reported"_L1;
inline constexpr auto total = "total"_L1;
inline constexpr auto unitExpected = "unitExpected"_L1;
inline constexpr auto unitReported = "unitReported"_L1;
inline constexpr auto units = "units"_L1;
// reviews and ballots
inline constexpr auto against = "against"_L1;
inline constexpr auto agenda = "agenda"_L1;
inline constexpr auto approval = "approval"_L1;
inline constexpr auto attendees = "attendees"_L1;
inline constexpr auto basis = "basis"_L1;
inline constexpr auto candidates = "candidates"_L1;
inline constexpr auto commendation = "commendation"_L1;
inline constexpr auto invalid = "invalid"_L1;
inline constexpr auto members = "members"_L1;
inline constexpr auto minutes = "minutes"_L1;
inline constexpr auto present = "present"_L1;
inline constexpr auto quorum = "quorum"_L1;
inline constexpr auto review = "review"_L1;
inline constexpr auto secrecy = "secrecy"_L1;
inline constexpr auto votes = "votes"_L1;
// commendation
inline constexpr auto achievement = "achievement"_L1;
inline constexpr auto achievementReport = "achievementReport"_L1;
inline constexpr auto awardDecision = "awardDecision"_L1;
inline constexpr auto awardForm = "awardForm"_L1;
inline constexpr auto ballot = "ballot"_L1;
inline constexpr auto nominee = "nominee"_L1;
inline constexpr auto previous = "previous"_L1;
inline constexpr auto proposal = "proposal"_L1;
inline constexpr auto quota = "quota"_L1;
inline constexpr auto subject = "subject"_L1;
inline constexpr auto years = "years"_L1;
// inspections, reminders, publicity
inline constexpr auto answer = "answer"_L1;
inline constexpr auto authors = "authors"_L1;
inline constexpr auto daysBefore = "daysBefore"_L1;
inline constexpr auto findings = "findings"_L1;
inline constexpr auto followUp = "followUp"_L1;
inline constexpr auto prize = "prize"_L1;
inline constexpr auto progress = "progress"_L1;
} // namespace thidua::name
