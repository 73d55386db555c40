#pragma once

#include "services/reportbook.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// All reports that this device holds; words are made only for the rows that are looked at.
class ReportList : public RowList<services::ReportLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged) // words, marks or not
    Q_PROPERTY(QString stateFilter READ stateFilter WRITE setStateFilter NOTIFY filterChanged)
    Q_PROPERTY(QString unitFilter READ unitFilter WRITE setUnitFilter NOTIFY filterChanged)
    Q_PROPERTY(QString period READ period WRITE setPeriod NOTIFY filterChanged)
    Q_PROPERTY(QVariantList states READ states NOTIFY choicesChanged)   // {id, name}; id "": all
    Q_PROPERTY(QVariantList periods READ periods NOTIFY choicesChanged) // {id, name}; id "": all

public:
    enum Role {
        Id = Qt::UserRole,
        CriterionId,
        Title,
        Group,
        UnitName,
        PeriodText,
        ValueText,
        ScoreText,
        StateText,
        StateName,
        Pending,
        Conflict,
        Late
    };

    explicit ReportList(const Workplace& place, QObject* parent = nullptr);

    void begin();
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool loading() const { return !m_complete; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString filter() const { return m_query.text; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString stateFilter() const;
    void setStateFilter(const QString& state);
    [[nodiscard]] QString unitFilter() const;
    void setUnitFilter(const QString& unit);
    [[nodiscard]] QString period() const { return m_query.period; }
    void setPeriod(const QString& period);
    [[nodiscard]] QVariantList states() const;
    [[nodiscard]] QVariantList periods() const;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void filterChanged();
    void choicesChanged();

private:
    void readOn();
    void load();
    void show(Result<services::ReportPage> page);
    void narrow();
    [[nodiscard]] services::ReportNames::Line criterion(const services::ReportLine& row) const;
    Workplace m_place;
    services::ReportQuery m_query;
    std::shared_ptr<const services::ReportNames> m_names;
    QStringList m_periods;
    QDate m_today;
    QString m_errorText;
    bool m_complete = false;
    bool m_begun = false;
    LiveQuery m_live;
};

} // namespace thidua::viewmodels
