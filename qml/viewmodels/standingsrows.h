#pragma once

#include "services/standingservice.h"
#include "viewmodels/rowlist.h"

#include <QtQml/qqmlregistration.h>

namespace thidua::viewmodels
{

struct StandingLine {
    RecordId unit;
    QString unitName;
    int rank = 0;       // 0: nothing reported yet
    int rankChange = 0; // + is up
    bool isMine = false;
    bool isLeader = false;
    domain::Points points;
    QList<qint64> groupPoints;
    int reported = 0;
    int expected = 0;
    // Of the longest bar, 0..1.
    double basePart = 0;
    double bonusPart = 0;
    double penaltyPart = 0;

    friend bool operator==(const StandingLine&, const StandingLine&) = default;
};

// The units of a standing, by rank.
class StandingsRows : public RowList<StandingLine>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given by StandingsModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        Rank = Qt::UserRole,
        RankChange,
        UnitId,
        UnitName,
        IsMine,
        IsLeader,
        TotalText,
        BaseText,
        BonusText,
        PenaltyText,
        ReportedText,
        GroupTexts,
        BasePart,
        BonusPart,
        PenaltyPart
    };

    using RowList::RowList;
    void show(const services::StandingView& view, const RecordId& ownUnit);
    void clear();

    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void replace(QList<StandingLine> lines);
};

} // namespace thidua::viewmodels
