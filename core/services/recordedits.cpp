#include "services/recordedits.h"

#include "domain/names.h"
#include "domain/text.h"
#include "services/wholegroups.h"

namespace thidua::services
{

using namespace Qt::StringLiterals;

static Fields normalisedTexts(Fields fields)
{
    for (Value& value : fields) {
        if (value.isText())
            value = domain::normalised(value.toText());
    }
    return fields;
}

RecordEdits::RecordEdits(store::LocalStore& store, CatalogueService& catalogue, Access& access)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_access(access)
{
}

Result<ShownVersion> RecordEdits::shown(QLatin1String kind, const RecordId& id)
{
    auto record = m_store.record(id);
    auto epoch = m_store.epoch();
    if (!record || !epoch)
        return record ? epoch.error() : record.error();
    if (!*record || (*record)->kind != kind)
        return {ErrorCode::NotFound, u"no such "_s + kind + u" on this device"_s};
    return ShownVersion{id, (*record)->version, *epoch, (*record)->values, true};
}

Result<store::SaveRequest> RecordEdits::request(QLatin1String kind, const ShownVersion& shown,
                                                const Fields& set)
{
    if (auto ready = m_catalogue.refresh(); !ready)
        return ready.error();
    const Fields whole = withWholeGroups(m_store.schema(), kind, shown.fields, normalisedTexts(set));
    auto current = m_store.record(shown.id);
    auto epoch = m_store.epoch();
    if (!current || !epoch)
        return current ? epoch.error() : current.error();
    const Fields standing = *current ? (*current)->values : Fields();
    if (auto allowed = m_access.check(kind, whole, shown.fields, standing); !allowed)
        return allowed.error();
    // A version of another epoch counts as not seen.
    return store::SaveRequest{kind, shown.id, *epoch == shown.epoch ? shown.version : 0, whole, {}};
}

Result<RecordId> RecordEdits::create(QLatin1String kind, const Fields& set)
{
    auto asked = request(kind, {}, set);
    if (!asked)
        return asked.error();
    auto saved = m_store.save(*asked);
    return saved ? Result<RecordId>(saved->record) : saved.error();
}

Result<void> RecordEdits::change(QLatin1String kind, const ShownVersion& shown, const Fields& set)
{
    Fields changed;
    for (auto field = set.cbegin(); field != set.cend(); ++field) {
        if (shown.fields.value(field.key()) != field.value())
            changed.insert(field.key(), field.value());
    }
    if (changed.isEmpty())
        return {};
    auto asked = request(kind, shown, changed);
    if (!asked)
        return asked.error();
    auto saved = m_store.save(*asked);
    return saved ? Result<void>() : saved.error();
}

Result<void> RecordEdits::replace(QLatin1String kind, const ShownVersion& shown, const Fields& whole)
{
    const domain::Kind* known = m_store.schema().kind(QString(kind));
    const auto isStep = [&](const QString& field) {
        const domain::FieldGroup* group = known ? known->groupOfField(field) : nullptr;
        return !group || group->name == name::status || group->name == name::submission ||
               group->name == name::deleted;
    };
    Fields set = whole;
    for (auto field = shown.fields.cbegin(); field != shown.fields.cend(); ++field) {
        if (isStep(field.key()))
            set.remove(field.key());
        else if (!set.contains(field.key()))
            set.insert(field.key(), Value());
    }
    return change(kind, shown, set);
}

Result<void> RecordEdits::move(QLatin1String kind, const ShownVersion& shown, QLatin1String to,
                               const Fields& carried)
{
    // Not change(): saying a state again, with another reason, is a step too.
    Fields set = carried;
    set.insert(name::status, QString(to));
    if (!set.contains(name::reason))
        set.insert(name::reason, Value());
    auto asked = request(kind, shown, set);
    if (!asked)
        return asked.error();
    auto saved = m_store.save(*asked);
    return saved ? Result<void>() : saved.error();
}

Result<void> RecordEdits::changeTogether(const QList<Change>& changes)
{
    QList<store::SaveRequest> requests;
    for (const Change& change : changes) {
        auto asked = request(change.kind, change.shown, change.set);
        if (!asked)
            return asked.error();
        requests.append(std::move(*asked));
    }
    auto saved = m_store.saveTogether(std::move(requests));
    return saved ? Result<void>() : saved.error();
}

} // namespace thidua::services
