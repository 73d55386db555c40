pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The count of a ballot: what came out of it, and for each choice its share beside the one that was needed. Numbers
// only; nobody's vote is anywhere.
Card {
    id: part

    required property YearPage page

    contentItem: Column {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("Result")
            width: parent.width
        }
        StatusChip {
            text: part.page.outcomeText
            tone: part.page.outcomeTone
            glyph: tone === "done" ? Icons.checkCircle : tone === "error" ? Icons.errorOutline : Icons.hourglassEmpty
            width: Math.min(implicitWidth, parent.width)
        }
        Repeater {
            model: part.page.choices
            ShareBar {
                required property var modelData
                name: modelData.name
                votesText: modelData.votesText
                shareText: modelData.shareText
                share: modelData.share
                chosen: modelData.chosen
                needed: part.page.needed
                width: parent.width
            }
        }
        AppText {
            visible: part.page.choices.length > 0
            text: part.page.neededText
            muted: true
            font.pixelSize: Theme.small
            width: parent.width
        }
        AppText {
            visible: text.length > 0
            text: part.page.attendanceText
            width: parent.width
        }
    }
}
