import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Who stands first, and the way to the whole table.
Card {
    id: card

    required property HomeModel home

    signal open()

    contentItem: Column {
        spacing: Theme.s
        AppText {
            width: parent.width
            text: qsTr("In front")
            muted: true
        }
        Repeater {
            model: card.home.leading
            Item {
                id: row
                required property var modelData
                width: parent.width
                height: Math.max(badge.height, name.height)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Rank %1: %2, %3 points").arg(modelData.rank).arg(modelData.name).arg(modelData.pointsText)

                RankBadge {
                    id: badge
                    rank: row.modelData.rank
                    anchors.verticalCenter: parent.verticalCenter
                }
                AppText {
                    id: name
                    x: badge.x + badge.width + Theme.s
                    width: change.x - Theme.s - x
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.name
                    Accessible.ignored: true
                }
                RankChange {
                    id: change
                    visible: !row.modelData.isNew
                    change: row.modelData.change
                    x: points.x - Theme.s - width
                    anchors.verticalCenter: parent.verticalCenter
                }
                AppText {
                    id: points
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.pointsText
                    strong: true
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        ActionButton {
            x: -leftPadding
            width: Math.min(implicitWidth, parent.width)
            tone: "quiet"
            glyph: Icons.leaderboard
            text: qsTr("See the standings")
            onClicked: card.open()
        }
    }
}
