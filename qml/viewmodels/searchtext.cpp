#include "viewmodels/searchtext.h"

#include "domain/names.h"
#include "viewmodels/domaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

struct KindHeading {
    Q_DECLARE_TR_FUNCTIONS(KindHeading)

public:
    struct Entry {
        QLatin1String kind;
        const char* words;
    };
    static constexpr auto entries = std::to_array<Entry>({
        {kind::attachment, QT_TR_NOOP("Attached files")},
        {kind::block, QT_TR_NOOP("Blocks and clusters")},
        {kind::criterion, QT_TR_NOOP("Criteria")},
        {kind::document, QT_TR_NOOP("Documents")},
        {kind::movement, QT_TR_NOOP("Movements")},
        {kind::person, QT_TR_NOOP("People")},
        {kind::pledge, QT_TR_NOOP("Pledges")},
        {kind::pledgeItem, QT_TR_NOOP("Items of pledges")},
        {kind::report, QT_TR_NOOP("Reports")},
        {kind::scoreTable, QT_TR_NOOP("Score tables")},
        {kind::target, QT_TR_NOOP("Targets")},
        {kind::unit, QT_TR_NOOP("Units")},
    });
};

} // namespace

QString kindHeading(const QString& kind)
{
    const auto found = std::ranges::find(KindHeading::entries, kind, &KindHeading::Entry::kind);
    return found == KindHeading::entries.end() ? kind : KindHeading::tr(found->words);
}

QString hitDetail(const services::SearchHit& hit)
{
    QStringList parts;
    if (!hit.subject.label.isEmpty())
        parts.append(criterionTitle(hit.subject.label, hit.subject.name));
    if (!hit.subject.unitName.isEmpty())
        parts.append(hit.subject.unitName);
    if (!hit.subject.period.isEmpty())
        parts.append(periodText(hit.subject.period));
    return parts.join(u" · "_s);
}

} // namespace thidua::viewmodels
