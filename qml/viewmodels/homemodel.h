#pragma once

#include "services/homeservice.h"
#include "viewmodels/livequery.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// The person's unit, what is due and where it stands.
class HomeModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed)
    Q_PROPERTY(QString blockName READ blockName NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString period READ period NOTIFY changed)
    Q_PROPERTY(QString periodText READ periodText NOTIFY changed)
    // {criterionId, reportId, title, group, stateText, stateName, deadlineText, late, draftKept}
    Q_PROPERTY(QVariantList due READ due NOTIFY changed)
    Q_PROPERTY(int dueCount READ dueCount NOTIFY changed)
    Q_PROPERTY(int draftCount READ draftCount NOTIFY changed)
    Q_PROPERTY(int returnedCount READ returnedCount NOTIFY changed)
    Q_PROPERTY(int submittedCount READ submittedCount NOTIFY changed)
    Q_PROPERTY(int totalCount READ totalCount NOTIFY changed)
    Q_PROPERTY(QString rankText READ rankText NOTIFY changed)
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(QString standingAsOfText READ standingAsOfText NOTIFY changed)
    // What somebody without a unit looks after: a block, or the whole city.
    Q_PROPERTY(bool hasOverview READ hasOverview NOTIFY changed)
    Q_PROPERTY(QString overviewTitle READ overviewTitle NOTIFY changed)
    Q_PROPERTY(QString overviewAsOfText READ overviewAsOfText NOTIFY changed)
    Q_PROPERTY(int reportedUnits READ reportedUnits NOTIFY changed)
    Q_PROPERTY(int expectedUnits READ expectedUnits NOTIFY changed)
    Q_PROPERTY(int incompleteUnits READ incompleteUnits NOTIFY changed) // have begun, and are not done
    Q_PROPERTY(QStringList silentUnits READ silentUnits NOTIFY changed) // have reported nothing yet
    // {rank, name, pointsText, change, isNew}; the first five
    Q_PROPERTY(QVariantList leading READ leading NOTIFY changed)

public:
    explicit HomeModel(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    void refresh() { m_query.refresh(); }

    [[nodiscard]] bool loading() const { return !m_loaded; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] QString blockName() const { return m_summary.blockName; }
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] QString period() const { return m_summary.period; }
    [[nodiscard]] QString periodText() const;
    [[nodiscard]] QVariantList due() const { return m_due; }
    [[nodiscard]] int dueCount() const { return int(m_due.size()); }
    [[nodiscard]] int draftCount() const;
    [[nodiscard]] int returnedCount() const;
    [[nodiscard]] int submittedCount() const;
    [[nodiscard]] int totalCount() const { return int(m_summary.lines.size()); }
    [[nodiscard]] QString rankText() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString standingAsOfText() const;
    [[nodiscard]] bool hasOverview() const { return m_summary.overview.has_value(); }
    [[nodiscard]] QString overviewTitle() const;
    [[nodiscard]] QString overviewAsOfText() const;
    [[nodiscard]] int reportedUnits() const;
    [[nodiscard]] int expectedUnits() const;
    [[nodiscard]] int incompleteUnits() const;
    [[nodiscard]] QStringList silentUnits() const;
    [[nodiscard]] QVariantList leading() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    void show(Result<services::HomeSummary> summary);
    [[nodiscard]] QVariantMap dueRow(const services::DueLine& line) const;
    [[nodiscard]] QString deadlineText() const;
    const Clock& m_clock;
    LiveQuery m_query;
    services::HomeSummary m_summary;
    QVariantList m_due;
    QString m_errorText;
    bool m_loaded = false;
};

} // namespace thidua::viewmodels
