pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A unit in the standings: rank, change, name, bar and total; points by group where the table has room for them.
// Laid out by hand: a city has hundreds of these rows, and they are scrolled.
Rectangle {
    id: row

    required property var model
    required property bool table
    required property int groupCount
    readonly property real nameLeft: Theme.m + (table ? StandingsColumns.rank : StandingsColumns.badge) + Theme.s
    readonly property real numbersWidth: (groupCount + 2) * (StandingsColumns.points + Theme.s)

    implicitHeight: Math.max(reported.y + reported.height, badge.height + (table ? 0 : change.height) + Theme.s) + Theme.s
    color: model.isMine ? Theme.brandGround : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Rank %1: %2, %3 points").arg(model.rank).arg(model.unitName).arg(model.totalText)

    component Points: AppText {
        width: StandingsColumns.points
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }

    Rectangle {
        visible: row.model.isMine
        width: Theme.xs
        height: parent.height
        color: Theme.brand
    }
    RankBadge {
        id: badge
        x: Theme.m + (StandingsColumns.badge - width) / 2
        y: row.table ? (row.height - height) / 2 : Theme.s
        rank: row.model.rank
    }
    RankChange {
        id: change
        visible: row.model.rank > 0
        x: row.table ? Theme.m + StandingsColumns.badge + Theme.xs : badge.x + (badge.width - width) / 2
        y: row.table ? (row.height - height) / 2 : badge.y + badge.height
        change: row.model.rankChange
    }
    AppText {
        id: name
        x: row.nameLeft
        y: Theme.s
        width: (row.table ? numbers.x : total.x) - x - Theme.m
        text: row.model.unitName
        strong: row.model.isMine || row.model.rank === 1
        maximumLineCount: 5
        elide: Text.ElideRight
    }
    ScoreBar {
        id: bar
        x: row.nameLeft
        y: name.y + name.height + Theme.xs
        width: row.table ? Math.min(360, name.width) : row.width - x - Theme.m
        basePart: row.model.basePart
        bonusPart: row.model.bonusPart
        penaltyPart: row.model.penaltyPart
        mine: row.model.isMine
    }
    AppText {
        id: reported
        x: row.nameLeft
        y: bar.y + bar.height + 2
        width: row.table ? name.width : bar.width
        text: row.model.reportedText
        font.pixelSize: Theme.small
        muted: true
        maximumLineCount: 1
        elide: Text.ElideRight
    }
    Row {
        id: numbers
        visible: row.table
        x: row.width - Theme.m - StandingsColumns.total - row.numbersWidth
        y: (row.height - height) / 2
        spacing: Theme.s
        Repeater {
            model: row.table ? row.model.groupTexts : []
            Points {
                required property string modelData
                text: modelData
            }
        }
        Points { text: row.model.bonusText }
        Points { text: row.model.penaltyText }
    }
    AppText {
        id: total
        x: row.width - Theme.m - width
        y: row.table ? (row.height - height) / 2 : name.y + name.baselineOffset - baselineOffset
        text: row.model.totalText
        font.pixelSize: Theme.title
        strong: true
        wrapMode: Text.NoWrap
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: Theme.m
        width: parent.width - x
        height: Theme.hair
        color: Theme.line
    }
}
