#include "server/editcheck.h"

#include "base/valuecodec.h"

#include <algorithm>

namespace thidua::server
{

using namespace Qt::StringLiterals;

bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
    case ErrorCode::UnknownRecord:
    case ErrorCode::IncompleteGroup:
    case ErrorCode::MissingField:
    case ErrorCode::InvalidValue:
    case ErrorCode::TooLarge:
    case ErrorCode::TogetherRefused:
    case ErrorCode::Forbidden:
    case ErrorCode::StateLocked:
    case ErrorCode::IllegalMove:
        return true;
    default:
        return false;
    }
}

static bool isName(const QString& name)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'_' || c == u'-' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= maxNameLength && std::ranges::all_of(name, allowed);
}

static Result<void> checkNames(const merge::Edit& edit)
{
    if (!isName(edit.kind))
        return {ErrorCode::Malformed, u"the kind is not a name"_s};
    for (auto field = edit.set.cbegin(); field != edit.set.cend(); ++field) {
        if (!isName(field.key()))
            return {ErrorCode::Malformed, u"a field's name is not one"_s};
    }
    return {};
}

static bool setsRequiredField(const domain::Schema& schema, const merge::Edit& edit)
{
    const domain::Kind* kind = schema.kind(edit.kind);
    return kind && std::any_of(edit.set.keyBegin(), edit.set.keyEnd(), [&](const QString& name) {
               const domain::Field* field = kind->field(name);
               return field && field->required;
           });
}

Result<const WorkingRecord*> checkEdit(WorkingSet& working, const merge::Edit& edit, qsizetype size)
{
    if (auto names = checkNames(edit); !names)
        return names.error();
    if (size > maxEditBytes)
        return {ErrorCode::TooLarge, u"the edit is too large"_s};
    auto record = working.record(edit.record);
    if (!record)
        return record;
    const qint64 version = (*record)->state.version;
    if (edit.seen < 0 || (edit.seenEpoch == working.epoch().number && edit.seen > version))
        return {ErrorCode::Malformed, u"seen is %1 of %2"_s.arg(edit.seen).arg(version)};
    if (version > 0 && (*record)->state.kind != edit.kind)
        return {ErrorCode::Malformed, u"the record is of another kind"_s};
    auto shape = domain::checkShape(working.schema(), edit.kind, edit.set, version == 0);
    if (!shape && version == 0 && shape.error().code == ErrorCode::MissingField &&
        !setsRequiredField(working.schema(), edit))
        return {ErrorCode::UnknownRecord, u"there is no such record"_s};
    if (!shape)
        return shape.error();
    return record;
}

} // namespace thidua::server
