#pragma once

#include "base/result.h"
#include "base/value.h"
#include "domain/role.h"

#include <QStringList>

namespace thidua::domain
{

// The lives of records, and the one table of legal moves: which kind, from which state to which, by whom, and
// what the move must carry. stateOf() in schema.h tells the state of a record.
//
// What a unit hands in (reports, dossiers) is carried by two groups, because two sides write it. The unit
// counts its submissions in `submission` (0 = draft); those who judge write `status` and the submission that
// they judge. A status about an earlier submission no longer counts, so that a unit can answer a return
// without overruling a higher role.

// All states of a kind, that of a new record first; empty for kinds without a life.
[[nodiscard]] QStringList statesOf(QStringView kind);

// A step of the table that leads on from a state.
struct LegalMove {
    QString to;
    Role role = Role::Observer; // this one and higher
    QStringList carries;        // the fields that the step must say
};
// To other states; saying the same one again only corrects its reason.
[[nodiscard]] QList<LegalMove> movesFrom(QStringView kind, QStringView state);

// Whether the status judges what the unit handed in last.
[[nodiscard]] bool judgesLastSubmission(const Fields& fields);

// Whether the step that `set` makes is legal from what the person had seen. IllegalMove otherwise, also when
// the step lacks its reason, its ballot or its decision.
[[nodiscard]] Result<void> checkMove(QStringView kind, Role role, const Fields& seen, const Fields& set);

} // namespace thidua::domain
