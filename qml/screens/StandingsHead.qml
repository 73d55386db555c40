import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Which block and period, as of when, how complete, provisional or published.
ColumnLayout {
    id: head

    required property StandingsModel standings

    spacing: Theme.s

    GridLayout {
        columns: width >= 560 ? 2 : 1
        columnSpacing: Theme.m
        rowSpacing: Theme.s
        Layout.fillWidth: true
        ChoiceField {
            label: qsTr("Block or cluster")
            options: head.standings.blocks
            value: head.standings.blockId
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onChosen: id => head.standings.blockId = id
        }
        ChoiceField {
            visible: head.standings.periods.length > 1
            label: qsTr("Period")
            options: head.standings.periods
            value: head.standings.period
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onChosen: id => head.standings.period = id
        }
    }
    Flow {
        visible: head.standings.hasStanding
        spacing: Theme.s
        Layout.fillWidth: true
        StatusChip {
            text: head.standings.statusText
            tone: head.standings.provisional ? "waiting" : "done"
            glyph: head.standings.provisional ? Icons.hourglassEmpty : Icons.lock
        }
        AppText {
            text: head.standings.asOfText
            font.pixelSize: Theme.small
            strong: true
        }
        AppText {
            width: Math.min(implicitWidth, head.width)
            text: head.standings.completenessText
            font.pixelSize: Theme.small
            muted: true
        }
    }
}
