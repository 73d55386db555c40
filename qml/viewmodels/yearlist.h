#pragma once

#include "services/yearservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

// The records of one part of the year: reviews and ballots, dossiers, inspections, publicity.
class YearList : public RowList<services::YearLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged) // words, marks or not
    Q_PROPERTY(QString kindFilter READ kindFilter WRITE setKindFilter NOTIFY filterChanged)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY countChanged)           // {id, name}; id "": all
    Q_PROPERTY(QVariantList beginnable READ beginnable NOTIFY countChanged) // {id, name} of kinds

public:
    YearList(const Workplace& place, services::YearPart part, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool loading() const { return !m_loaded; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString kindFilter() const { return m_kindFilter; }
    void setKindFilter(const QString& kind);
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariantList beginnable() const;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void filterChanged();

private:
    void load();
    void narrow();
    services::YearPart m_part;
    QList<services::YearLine> m_all;
    QStringList m_beginnable;
    QString m_filter;
    QString m_kindFilter;
    QString m_errorText;
    bool m_loaded = false;
    LiveQuery m_query;
};

// A line's words, as lists and pages show them.
[[nodiscard]] QString yearLineTitle(const services::YearLine& line);
[[nodiscard]] QString yearLineDetail(const services::YearLine& line);

} // namespace thidua::viewmodels
