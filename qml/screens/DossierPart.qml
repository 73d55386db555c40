pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What a dossier needs: its three papers, and the conditions of the award that is asked for.
Column {
    id: part

    required property YearPage page
    spacing: Theme.m

    SectionTitle {
        text: qsTr("The three papers")
        width: parent.width
    }
    Card {
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            Repeater {
                id: papers
                model: part.page.papers
                ListRow {
                    id: paper
                    required property var modelData
                    required property int index
                    text: modelData.name
                    supporting: modelData.text
                    glyph: Icons.description
                    divided: index < papers.count - 1
                    pressable: false
                    width: parent.width
                    StatusChip {
                        text: paper.modelData.present ? qsTr("There") : qsTr("Missing")
                        tone: paper.modelData.present ? "done" : "waiting"
                        glyph: paper.modelData.present ? Icons.check : Icons.hourglassEmpty
                    }
                }
            }
        }
    }
    SectionTitle {
        text: qsTr("Conditions")
        width: parent.width
    }
    Banner {
        visible: part.page.obstacles.length === 0
        tone: part.page.eligibilityKnown ? "done" : "neutral"
        text: part.page.eligibilityKnown ? qsTr("As far as this device knows, the conditions of the award are met")
                                         : qsTr("The form of commendation is not on this device, so its conditions cannot be checked here")
        width: parent.width
    }
    Repeater {
        model: part.page.obstacles
        Banner {
            required property var modelData
            tone: modelData.warning ? "waiting" : "error"
            glyph: modelData.warning ? Icons.warning : Icons.errorOutline
            text: modelData.text
            width: parent.width
        }
    }
}
