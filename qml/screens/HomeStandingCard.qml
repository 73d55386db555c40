import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Where the unit stands in its block, and as of when.
Card {
    id: card

    required property HomeModel home

    signal open()

    contentItem: ColumnLayout {
        spacing: Theme.s
        AppText {
            text: card.home.blockName.length > 0 ? qsTr("Standing in %1").arg(card.home.blockName) : qsTr("Standings")
            muted: true
            Layout.fillWidth: true
        }
        RowLayout {
            visible: card.home.rankText.length > 0
            spacing: Theme.m
            AppText {
                text: card.home.rankText
                font.pixelSize: Theme.display
                strong: true
                lineHeight: 1.0
            }
            AppText {
                text: card.home.totalText
                muted: true
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.xs
            }
        }
        AppText {
            text: card.home.standingAsOfText.length > 0 ? card.home.standingAsOfText : qsTr("No standings have arrived yet.")
            font.pixelSize: Theme.small
            muted: true
            Layout.fillWidth: true
        }
        Item { Layout.fillHeight: true }
        ActionButton {
            tone: "quiet"
            glyph: Icons.leaderboard
            text: qsTr("See the standings")
            Layout.leftMargin: -Theme.s
            onClicked: card.open()
        }
    }
}
