#include "services/publicityservice.h"

#include "domain/names.h"

#include <QDateTime>

namespace thidua::services
{

using namespace Qt::StringLiterals;

static Result<void> checkProgress(qint64 progress)
{
    if (progress >= 0 && progress <= 10'000)
        return {};
    return {ErrorCode::InvalidValue, u"progress is a part of the whole"_s};
}

PublicityService::PublicityService(store::LocalStore& store, RecordEdits& edits)
    : m_store(store)
    , m_edits(edits)
{
}

Result<RecordId> PublicityService::draft(const domain::Announcement& announcement)
{
    return m_edits.create(kind::announcement, announcement.toFields());
}

Result<void> PublicityService::publish(const ShownVersion& announcement)
{
    return m_edits.move(kind::announcement, announcement, "published"_L1);
}

Result<QList<domain::Announcement>> PublicityService::announcements()
{
    auto all = m_edits.all<domain::Announcement>(kind::announcement);
    if (!all)
        return all.error();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_store.correctedNow()).date();
    all->removeIf([&](const domain::Announcement& one) { return !one.isShownOn(today); });
    return all;
}

Result<RecordId> PublicityService::propose(const domain::Example& example)
{
    return m_edits.create(kind::example, example.toFields());
}

Result<RecordId> PublicityService::registerWork(const domain::Work& work)
{
    if (auto fits = checkProgress(work.progress.value_or(0)); !fits)
        return fits.error();
    return m_edits.create(kind::work, work.toFields());
}

Result<void> PublicityService::reportProgress(const ShownVersion& work, qint64 progress)
{
    if (auto fits = checkProgress(progress); !fits)
        return fits;
    return m_edits.change(kind::work, work, {{name::progress, progress}});
}

Result<RecordId> PublicityService::enter(const domain::CreativityEntry& entry)
{
    return m_edits.create(kind::creativityEntry, entry.toFields());
}

Result<void> PublicityService::recognise(QLatin1String kind, const ShownVersion& shown)
{
    return m_edits.move(kind, shown, "recognised"_L1);
}

Result<void> PublicityService::withdraw(QLatin1String kind, const ShownVersion& shown, const QString& reason)
{
    return m_edits.move(kind, shown, "withdrawn"_L1, {{name::reason, reason.trimmed()}});
}

Result<void> PublicityService::accept(const ShownVersion& entry)
{
    return m_edits.move(kind::creativityEntry, entry, "accepted"_L1);
}

Result<void> PublicityService::reject(const ShownVersion& entry, const QString& reason)
{
    return m_edits.move(kind::creativityEntry, entry, "rejected"_L1, {{name::reason, reason.trimmed()}});
}

Result<void> PublicityService::award(const ShownVersion& entry, const QString& prize)
{
    return m_edits.move(kind::creativityEntry, entry, "awarded"_L1, {{name::prize, prize}});
}

} // namespace thidua::services
