import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// How far the unit's reports of the period are.
Card {
    id: card

    required property HomeModel home

    contentItem: ColumnLayout {
        spacing: Theme.s
        AppText {
            text: qsTr("Reports, %1").arg(card.home.periodText)
            muted: true
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.s
            AppText {
                text: card.home.submittedCount
                font.pixelSize: Theme.display
                strong: true
                lineHeight: 1.0
            }
            AppText {
                text: qsTr("of %1 submitted").arg(card.home.totalCount)
                muted: true
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.xs
            }
        }
        Progress {
            value: card.home.totalCount > 0 ? card.home.submittedCount / card.home.totalCount : 0
            implicitHeight: 8
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
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
        Item { Layout.fillHeight: true }
    }
}
