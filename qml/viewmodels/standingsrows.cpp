#include "viewmodels/standingsrows.h"

#include "viewmodels/domaintext.h"

namespace thidua::viewmodels
{

using namespace Qt::StringLiterals;

void StandingsRows::show(const services::StandingView& view, const RecordId& ownUnit)
{
    qint64 longest = 1;
    for (const domain::StandingRow& row : view.standing.rows)
        longest = std::max(longest, row.points.base + row.points.bonus);
    const auto part = [&](qint64 points) { return double(points) / double(longest); };
    QList<StandingLine> lines;
    for (const domain::StandingRow& row : view.standing.rows) {
        const bool moved = row.rank > 0 && row.previousRank > 0;
        lines.append({.unit = row.unit,
                      .unitName = view.unitNames.value(row.unit),
                      .rank = row.rank,
                      .rankChange = moved ? row.previousRank - row.rank : 0,
                      .isMine = row.unit == ownUnit,
                      .isLeader = row.unit == view.lead,
                      .points = row.points,
                      .groupPoints = row.groupPoints,
                      .reported = row.reported,
                      .expected = row.expected,
                      .basePart = part(row.points.base),
                      .bonusPart = part(row.points.bonus),
                      .penaltyPart = part(row.points.penalty)});
    }
    replace(std::move(lines));
}

void StandingsRows::clear()
{
    replace({});
}

void StandingsRows::replace(QList<StandingLine> lines)
{
    setRows(std::move(lines), [](const StandingLine& a, const StandingLine& b) { return a.unit == b.unit; });
    Q_EMIT countChanged();
}

static QString reportedText(const StandingLine& row)
{
    QStringList parts{StandingsRows::tr("%1 of %2 criteria reported").arg(row.reported).arg(row.expected)};
    if (row.isLeader)
        parts.append(StandingsRows::tr("leads the block"));
    return parts.join(u" · "_s);
}

static QVariant partOf(const StandingLine& row, int role)
{
    switch (role) {
    case StandingsRows::BasePart:
        return row.basePart;
    case StandingsRows::BonusPart:
        return row.bonusPart;
    case StandingsRows::PenaltyPart:
        return row.penaltyPart;
    default:
        return {};
    }
}

QVariant StandingsRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StandingLine& row = rows()[index.row()];
    switch (role) {
    case Rank:
        return row.rank;
    case RankChange:
        return row.rankChange;
    case UnitId:
        return row.unit.toText();
    case UnitName:
        return row.unitName;
    case IsMine:
        return row.isMine;
    case IsLeader:
        return row.isLeader;
    case TotalText:
        return pointsText(row.points.total());
    case BaseText:
        return pointsText(row.points.base);
    case BonusText:
        return row.points.bonus > 0 ? u"+"_s + pointsText(row.points.bonus) : pointsText(0);
    case PenaltyText:
        return row.points.penalty > 0 ? u"−"_s + pointsText(row.points.penalty) : pointsText(0);
    case ReportedText:
        return reportedText(row);
    case GroupTexts: {
        QStringList texts;
        for (const qint64 points : row.groupPoints)
            texts.append(pointsText(points));
        return texts;
    }
    default:
        return partOf(row, role);
    }
}

QHash<int, QByteArray> StandingsRows::roleNames() const
{
    return {{Rank, "rank"},
            {RankChange, "rankChange"},
            {UnitId, "unitId"},
            {UnitName, "unitName"},
            {IsMine, "isMine"},
            {IsLeader, "isLeader"},
            {TotalText, "totalText"},
            {BaseText, "baseText"},
            {BonusText, "bonusText"},
            {PenaltyText, "penaltyText"},
            {ReportedText, "reportedText"},
            {GroupTexts, "groupTexts"},
            {BasePart, "basePart"},
            {BonusPart, "bonusPart"},
            {PenaltyPart, "penaltyPart"}};
}

} // namespace thidua::viewmodels
