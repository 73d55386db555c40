import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Card {
    id: card

    required property var model
    required property ConflictList conflicts

    signal open(string recordId)

    contentItem: Column {
        spacing: Theme.s
        StatusChip {
            visible: card.model.mine
            text: qsTr("Concerns you")
            glyph: Icons.person
            tone: "waiting"
        }
        AppText {
            width: parent.width
            text: card.model.title
            strong: true
        }
        AppText {
            width: parent.width
            text: card.model.fieldText
            muted: true
            font.pixelSize: Theme.small
        }
        CompareValues {
            keptValue: card.model.keptValue
            keptBy: card.model.keptBy
            keptRole: card.model.keptRole
            keptWhen: card.model.keptWhen
            lostValue: card.model.lostValue
            lostBy: card.model.lostBy
            lostRole: card.model.lostRole
            lostWhen: card.model.lostWhen
            why: card.model.whyText
            mine: card.model.mine
            width: parent.width
        }
        Banner {
            visible: card.model.staleAuthority
            tone: "waiting"
            text: qsTr("The value that stands is much older than the other one. Please decide.")
            width: parent.width
        }
        Flow {
            spacing: Theme.s
            width: parent.width
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Agree with what stands")
                glyph: Icons.check
                onClicked: card.conflicts.accept(card.model.recordId, card.model.group)
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                visible: card.model.mine
                text: qsTr("Propose my value again")
                glyph: Icons.send
                onClicked: card.conflicts.propose(card.model.recordId, card.model.group)
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                tone: "quiet"
                text: qsTr("Open the report")
                onClicked: card.open(card.model.recordId)
            }
        }
    }
}
