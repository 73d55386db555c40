pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What can be done next; and of what cannot, who does it or what is still missing.
Card {
    id: part

    required property YearPage page
    readonly property var possible: page.steps.filter(step => step.possible)
    readonly property var hindered: page.steps.filter(step => !step.possible)

    contentItem: Column {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("What comes next")
            width: parent.width
        }
        Flow {
            visible: part.possible.length > 0
            spacing: Theme.s
            width: parent.width
            Repeater {
                model: part.possible
                ActionButton {
                    required property var modelData
                    required property int index
                    readonly property bool takesBack: ["returned", "rejected", "revoked", "withdrawn"].includes(modelData.to)
                    text: modelData.text
                    tone: takesBack ? "danger" : index === 0 ? "primary" : "secondary"
                    width: Math.min(implicitWidth, parent.width)
                    onClicked: sheet.ask(modelData)
                }
            }
        }
        Repeater {
            model: part.hindered
            Item {
                id: hindrance
                required property var modelData
                width: parent.width
                implicitHeight: words.height
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.text + ". " + modelData.hindrance
                Icon {
                    id: sign
                    text: Icons.lock
                    color: Theme.muted
                }
                AppText {
                    id: words
                    x: sign.width + Theme.s
                    width: parent.width - x
                    text: hindrance.modelData.text + " — " + hindrance.modelData.hindrance
                    muted: true
                    Accessible.ignored: true
                }
            }
        }
    }
    StepSheet {
        id: sheet
        page: part.page
    }
}
