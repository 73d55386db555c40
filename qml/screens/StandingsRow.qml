pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

// A unit in the standings: rank, change, name, bar and total; points by group where the table has room for them.
Rectangle {
    id: row

    required property var model
    required property bool table
    required property int groupCount

    implicitHeight: layout.implicitHeight + Theme.m
    color: model.isMine ? Theme.brandGround : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Rank %1: %2, %3 points").arg(model.rank).arg(model.unitName).arg(model.totalText)

    component Points: AppText {
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignRight
        Layout.preferredWidth: StandingsColumns.points
    }

    Rectangle {
        visible: row.model.isMine
        width: 3
        height: parent.height
        color: Theme.brand
    }
    RowLayout {
        id: layout
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.m; rightMargin: Theme.m }
        spacing: Theme.s

        RowLayout {
            spacing: Theme.xs
            Layout.fillWidth: false
            Layout.preferredWidth: StandingsColumns.rank
            RankBadge { rank: row.model.rank }
            RankChange { change: row.model.rankChange }
            Item { Layout.fillWidth: true }
        }
        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            AppText {
                text: row.model.unitName
                strong: row.model.isMine || row.model.rank === 1
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            ScoreBar {
                basePart: row.model.basePart
                bonusPart: row.model.bonusPart
                penaltyPart: row.model.penaltyPart
                mine: row.model.isMine
                Layout.fillWidth: true
                Layout.maximumWidth: 360
            }
            AppText {
                text: row.model.reportedText
                font.pixelSize: Theme.small
                muted: true
                maximumLineCount: 1
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        Repeater {
            model: row.table ? row.model.groupTexts : []
            Points {
                required property string modelData
                text: modelData
            }
        }
        Points {
            visible: row.table
            text: row.model.bonusText
        }
        Points {
            visible: row.table
            text: row.model.penaltyText
        }
        AppText {
            text: row.model.totalText
            font.pixelSize: Theme.title
            strong: true
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: StandingsColumns.total
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: Theme.m
        width: parent.width - x
        height: Theme.hair
        color: Theme.line
    }
}
