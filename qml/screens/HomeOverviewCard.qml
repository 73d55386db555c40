import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// How far the units of a block, or of the city, have come: seen in a second by whoever leads them.
Card {
    id: card

    required property HomeModel home
    readonly property var silent: home.silentUnits
    readonly property int named: 4

    contentItem: Column {
        spacing: Theme.s
        AppText {
            width: parent.width
            text: card.home.overviewTitle
            muted: true
        }
        Figure {
            width: parent.width
            value: card.home.reportedUnits
            text: qsTr("of %1 units have reported").arg(card.home.expectedUnits)
        }
        Progress {
            width: parent.width
            value: card.home.expectedUnits > 0 ? card.home.reportedUnits / card.home.expectedUnits : 0
            thickness: Theme.s
        }
        Flow {
            width: parent.width
            topPadding: Theme.s
            spacing: Theme.s
            StatusChip {
                visible: card.silent.length > 0
                text: qsTr("%n without any report", "", card.silent.length)
                glyph: Icons.errorOutline
                tone: "error"
            }
            StatusChip {
                visible: card.home.incompleteUnits > 0
                text: qsTr("%n not complete", "", card.home.incompleteUnits)
                glyph: Icons.schedule
                tone: "waiting"
            }
        }
        AppText {
            visible: card.silent.length > 0
            width: parent.width
            text: card.silent.length > card.named
                  ? qsTr("No report yet: %1 and %2 more").arg(card.silent.slice(0, card.named).join(", ")).arg(card.silent.length - card.named)
                  : qsTr("No report yet: %1").arg(card.silent.join(", "))
            font.pixelSize: Theme.small
        }
        AppText {
            width: parent.width
            text: card.home.overviewAsOfText
            font.pixelSize: Theme.small
            muted: true
        }
    }
}
