#pragma once

#include "domain/ballotresult.h"
#include "domain/review.h"
#include "services/recordedits.h"

namespace thidua::services
{

// A block's reviews (sơ kết, tổng kết) and ballots: planned, held and closed by its lead; closed ones are
// opened again by the council alone, with a reason.
class ReviewService
{
public:
    ReviewService(RecordEdits& edits, CatalogueService& catalogue);

    [[nodiscard]] Result<QList<domain::Review>> reviewsOf(const RecordId& block);
    [[nodiscard]] Result<RecordId> plan(const domain::Review& review);
    [[nodiscard]] Result<void> save(const ShownVersion& shown, const domain::Review& review);
    [[nodiscard]] Result<void> hold(const ShownVersion& shown);
    // MissingField without the day, those who came and the minutes.
    [[nodiscard]] Result<void> close(const ShownVersion& shown);
    [[nodiscard]] Result<void> reopen(const ShownVersion& shown, const QString& reason);

    // InvalidValue: fewer than two candidates, candidates of another block, a ratio over 100 %.
    [[nodiscard]] Result<RecordId> openBallot(const domain::Ballot& ballot);
    // InvalidValue for a count that does not add up. The block's secretary may propose one; the lead's
    // stands.
    [[nodiscard]] Result<void> count(const ShownVersion& ballot, const domain::VoteCount& count);
    // MissingField without a count.
    [[nodiscard]] Result<void> closeBallot(const ShownVersion& ballot);
    [[nodiscard]] Result<void> reopenBallot(const ShownVersion& ballot, const QString& reason);
    [[nodiscard]] Result<domain::BallotResult> result(const RecordId& ballot);
    // The council makes the elected unit lead the block of the next year; who led it is a member again.
    // IllegalMove if the ballot is open or elected nobody, NotFound if the unit is not in that block.
    [[nodiscard]] Result<void> confirmLead(const RecordId& ballot, const RecordId& nextBlock);

private:
    [[nodiscard]] Result<void> checkCandidates(const domain::Ballot& ballot);
    RecordEdits& m_edits;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
