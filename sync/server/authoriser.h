#pragma once

#include "domain/permission.h"
#include "server/workingset.h"

namespace thidua::server
{

struct Author {
    UserId id;
    QList<domain::Grant> grants;
};

// Whether a person may make an edit, and with what rank it enters. The rules are domain::judge's; here they
// are asked about the right state, for the right channel, at the right instant.
class Authoriser
{
public:
    Authoriser(WorkingSet& working, Instant now);

    // What acceptance needs of rights: rank and lateGroups. Errors: Forbidden, StateLocked, IllegalMove (a
    // refusal), or a failure of the store.
    [[nodiscard]] Result<merge::Acceptance> permit(const Author& author, const merge::Edit& edit,
                                                   const WorkingRecord& record);

private:
    [[nodiscard]] Result<domain::Role> roleFor(const Author& author, const merge::Edit& edit,
                                               const WorkingRecord& record) const;

    WorkingSet& m_working;
    Instant m_now;
};

} // namespace thidua::server
