#pragma once

#include "services/movementservice.h"
#include "viewmodels/livequery.h"
#include "viewmodels/rowlist.h"

#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct MovementLine {
    QString id;
    QString name;
    QString kindText;
    QString kindName;
    QString levelText;
    QString periodText;
    QString statusText;
    QString statusName;
    QString theme;
    QString legalBasisText;
    QString searchKey;

    friend bool operator==(const MovementLine&, const MovementLine&) = default;
};

// The catalogue of movements.
class MovementList : public RowList<MovementLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY countChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY countChanged)
    // Words, with or without marks.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString kindFilter READ kindFilter WRITE setKindFilter NOTIFY filterChanged)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY kindsChanged) // {id, name}; id "": all

public:
    enum Role {
        Id = Qt::UserRole,
        Name,
        KindText,
        LevelText,
        PeriodText,
        StatusText,
        StatusName,
        Theme,
        LegalBasisText
    };

    explicit MovementList(const Workplace& place, QObject* parent = nullptr);

    void begin() { m_query.begin(); }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] bool loading() const { return !m_loaded; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString kindFilter() const { return m_kindFilter; }
    void setKindFilter(const QString& kind);
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void filterChanged();
    void kindsChanged();

private:
    void load();
    void show(Result<QList<services::MovementSheet>> sheets);
    void apply();
    LiveQuery m_query;
    QList<MovementLine> m_all;
    QString m_filter;
    QString m_kindFilter;
    QString m_errorText;
    bool m_loaded = false;
};

} // namespace thidua::viewmodels
