import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// How far the unit's reports of the period are.
Card {
    id: card

    required property HomeModel home

    contentItem: Column {
        spacing: Theme.s
        AppText {
            width: parent.width
            text: qsTr("Reports, %1").arg(card.home.periodText)
            muted: true
        }
        Figure {
            width: parent.width
            value: card.home.submittedCount
            text: qsTr("of %1 submitted").arg(card.home.totalCount)
        }
        Progress {
            width: parent.width
            value: card.home.totalCount > 0 ? card.home.submittedCount / card.home.totalCount : 0
            thickness: Theme.s
        }
        Flow {
            width: parent.width
            topPadding: Theme.s
            spacing: Theme.s
            StatusChip {
                visible: card.home.draftCount > 0
                text: qsTr("%n draft(s)", "", card.home.draftCount)
                glyph: Icons.edit
            }
            StatusChip {
                visible: card.home.returnedCount > 0
                text: qsTr("%n returned", "", card.home.returnedCount)
                glyph: Icons.assignmentReturn
                tone: "error"
            }
        }
    }
}
