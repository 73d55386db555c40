import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Which block and period, as of when, how complete, provisional or published.
Column {
    id: head

    required property StandingsModel standings

    spacing: Theme.s

    EvenColumns {
        least: 150
        width: parent.width
        ChoiceField {
            label: qsTr("Block or cluster")
            options: head.standings.blocks
            value: head.standings.blockId
            onChosen: id => head.standings.blockId = id
        }
        ChoiceField {
            visible: head.standings.periods.length > 1
            label: qsTr("Period")
            options: head.standings.periods
            value: head.standings.period
            onChosen: id => head.standings.period = id
        }
    }
    Flow {
        visible: head.standings.hasStanding
        width: parent.width
        topPadding: Theme.xs
        spacing: Theme.s
        StatusChip {
            text: head.standings.statusText
            tone: head.standings.provisional ? "waiting" : "done"
            glyph: head.standings.provisional ? Icons.hourglassEmpty : Icons.lock
        }
        AppText {
            width: Math.min(implicitWidth, parent.width)
            text: head.standings.asOfText
            font.pixelSize: Theme.small
            strong: true
        }
    }
    AppText {
        visible: head.standings.hasStanding
        width: parent.width
        text: head.standings.completenessText
        font.pixelSize: Theme.small
        muted: true
    }
    ScoreLegend {
        visible: head.standings.hasStanding
        width: parent.width
    }
}
