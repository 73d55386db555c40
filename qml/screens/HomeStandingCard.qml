import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Where the unit stands in its block, and as of when.
Card {
    id: card

    required property HomeModel home

    signal open()

    contentItem: Column {
        spacing: Theme.s
        AppText {
            width: parent.width
            text: card.home.blockName.length > 0 ? qsTr("Standing in %1").arg(card.home.blockName) : qsTr("Standings")
            muted: true
        }
        Figure {
            visible: card.home.rankText.length > 0
            width: parent.width
            value: card.home.rankText
            text: card.home.totalText
        }
        AppText {
            width: parent.width
            text: card.home.standingAsOfText.length > 0 ? card.home.standingAsOfText
                  : card.home.blockName.length > 0 ? qsTr("No standings have arrived yet.")
                  : qsTr("Of every block and cluster and of the whole city.")
            font.pixelSize: Theme.small
            muted: true
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
