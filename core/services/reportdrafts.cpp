// Drafts of report forms. A form that dies with the process must come back with what was typed and with what
// it had shown, because that decides later what the edit has seen.
#include "base/valuecodec.h"
#include "services/reportservice.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto shownPrefix = "shown."_L1;
constexpr auto epochKey = "form.epoch"_L1;
constexpr auto existsKey = "form.exists"_L1;
constexpr qsizetype chunk = codec::maxText / 4; // characters; at most four bytes each in UTF-8

// A text may be longer while it is typed than it may be when it is saved; a draft keeps it all the same.
Value chunked(const QString& text)
{
    if (text.size() <= chunk)
        return text;
    Value::List parts;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = std::min(at + chunk, text.size());
        if (end < text.size() && text[end - 1].isHighSurrogate())
            --end;
        parts.append(text.mid(at, end - at));
        at = end;
    }
    return parts;
}

QString joined(const Value& value)
{
    QString text = value.toText();
    for (const Value& part : value.toList())
        text += part.toText();
    return text;
}

} // namespace

QString draftKeyOf(const RecordId& report)
{
    return "report/"_L1 + report.toText();
}

Fields typedIn(const store::Draft& draft)
{
    Fields typed;
    for (auto field = draft.fields.cbegin(); field != draft.fields.cend(); ++field) {
        if (!field.key().contains(u'.'))
            typed.insert(field.key(), joined(field.value()));
    }
    return typed;
}

ShownVersion shownIn(const store::Draft& draft)
{
    ShownVersion shown{draft.record,
                       draft.seen,
                       draft.fields.value(epochKey).toText(),
                       {},
                       draft.fields.value(existsKey).toBool()};
    for (auto field = draft.fields.cbegin(); field != draft.fields.cend(); ++field) {
        if (field.key().startsWith(shownPrefix))
            shown.fields.insert(field.key().mid(shownPrefix.size()), field.value());
    }
    return shown;
}

Result<void> ReportService::keepDraft(const ShownVersion& shown, const Fields& typed)
{
    store::Draft draft{draftKeyOf(shown.id), shown.id, shown.version, {}, 0};
    for (auto field = typed.cbegin(); field != typed.cend(); ++field)
        draft.fields.insert(field.key(), chunked(field.value().toText()));
    for (auto field = shown.fields.cbegin(); field != shown.fields.cend(); ++field)
        draft.fields.insert(shownPrefix + field.key(), field.value());
    draft.fields.insert(epochKey, shown.epoch);
    draft.fields.insert(existsKey, shown.exists);
    return m_store.keepDraft(draft);
}

Result<void> ReportService::dropDraft(const RecordId& report)
{
    return m_store.dropDraft(draftKeyOf(report));
}

} // namespace thidua::services
