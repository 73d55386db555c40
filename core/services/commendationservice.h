#pragma once

#include "domain/eligibility.h"
#include "services/recordedits.h"

namespace thidua::services
{

// Dossiers (hồ sơ đề nghị khen thưởng) from the draft to the decision, and back where an award is revoked.
class CommendationService
{
public:
    CommendationService(store::LocalStore& store, RecordEdits& edits, CatalogueService& catalogue);

    [[nodiscard]] Result<QList<domain::Commendation>> dossiersOf(const RecordId& unit);
    [[nodiscard]] Result<RecordId> draft(const domain::Commendation& dossier);
    [[nodiscard]] Result<void> save(const ShownVersion& shown, const domain::Commendation& dossier);
    // By what this device holds: an officer's knows the dossiers of its own unit, the block lead's and the
    // council's know the block's. Errors: NotFound for a form that is not in the catalogue here.
    [[nodiscard]] Result<domain::Eligibility> eligibility(const domain::Commendation& dossier);

    // MissingField without the trio of papers, InvalidValue with an obstacle that is not a mere warning.
    [[nodiscard]] Result<void> submit(const ShownVersion& shown);
    [[nodiscard]] Result<void> returnDossier(const ShownVersion& shown, const QString& reason);
    // InvalidValue as for submit: the block sees more than the unit did.
    [[nodiscard]] Result<void> appraise(const ShownVersion& shown);
    // The ballot is on this dossier, closed, by the rule that the award asks for, and in favour of it.
    // Errors: NotFound, InvalidValue, IllegalMove.
    [[nodiscard]] Result<void> enterVote(const ShownVersion& shown, const RecordId& ballot);
    // A decision covers many dossiers, so it is a record of its own. MissingField without number and day.
    [[nodiscard]] Result<RecordId> addDecision(const domain::AwardDecision& decision);
    // Errors: NotFound; InvalidValue for a decision of the other type.
    [[nodiscard]] Result<void> decide(const ShownVersion& shown, const RecordId& decision);
    [[nodiscard]] Result<void> reject(const ShownVersion& shown, const QString& reason);
    [[nodiscard]] Result<void> revoke(const ShownVersion& shown, const QString& reason,
                                      const RecordId& decision);
    // The unit's word against a judgement; never locked.
    [[nodiscard]] Result<void> object(const ShownVersion& shown, const QString& words);

private:
    [[nodiscard]] Result<void> checkEligible(const ShownVersion& shown);
    [[nodiscard]] Result<void> checkDecision(const RecordId& decision, domain::DecisionType type);
    [[nodiscard]] Result<domain::AwardForm> form(const RecordId& id);
    store::LocalStore& m_store;
    RecordEdits& m_edits;
    CatalogueService& m_catalogue;
};

} // namespace thidua::services
