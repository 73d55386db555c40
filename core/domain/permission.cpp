#include "domain/permission.h"

#include "domain/lifecycle.h"

#include <algorithm>

namespace thidua::domain
{

using namespace Qt::StringLiterals;

static bool writableIn(const Field& field, const QString& state)
{
    return field.states.isEmpty() || state.isEmpty() || field.states.contains(state);
}

static Error locked(const Field& field, const QString& state)
{
    return {ErrorCode::StateLocked, u"field "_s + field.name + u" is locked in state "_s + state};
}

// A kind or field of a newer version has no rule here: whoever may enter data may write it, observers may
// not.
static Result<void> judgeUnknown(Role role)
{
    if (role >= Role::Officer)
        return {};
    return {ErrorCode::Forbidden, u"observers do not write"_s};
}

static Result<void> judgeField(const Field& field, const PermissionQuestion& question,
                               const QString& seenState)
{
    if (question.role < field.writtenBy)
        return {ErrorCode::Forbidden,
                u"field "_s + field.name + u" is not written by "_s + roleName(question.role)};
    if (!writableIn(field, seenState))
        return locked(field, seenState);
    return {};
}

Result<PermissionAnswer> judge(const Schema& schema, const PermissionQuestion& question)
{
    const Kind* kind = schema.kind(question.kind);
    PermissionAnswer answer;
    const QString seenState = stateOf(question.kind, question.seen);
    const QString currentState = stateOf(question.kind, question.current);
    for (auto entry = question.set.cbegin(); entry != question.set.cend(); ++entry) {
        const Field* field = kind ? kind->field(entry.key()) : nullptr;
        const auto judged = field ? judgeField(*field, question, seenState) : judgeUnknown(question.role);
        if (!judged)
            return judged.error();
        if (field && !writableIn(*field, currentState)) {
            const QString group = kind->groupOfField(field->name)->name;
            if (!answer.lateGroups.contains(group))
                answer.lateGroups.append(group);
        }
    }
    if (auto move = checkMove(question.kind, question.role, question.seen, question.set); !move)
        return move.error();
    return answer;
}

} // namespace thidua::domain
