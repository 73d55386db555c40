import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Card {
    id: card

    required property var model
    required property ConflictList conflicts

    signal open(string recordId)

    contentItem: ColumnLayout {
        spacing: Theme.s
        RowLayout {
            spacing: Theme.s
            ColumnLayout {
                spacing: 0
                AppText {
                    text: card.model.title
                    strong: true
                    Layout.fillWidth: true
                }
                AppText {
                    text: card.model.fieldText
                    muted: true
                    font.pixelSize: Theme.small
                    Layout.fillWidth: true
                }
            }
            StatusChip {
                visible: card.model.mine
                text: qsTr("Concerns you")
                glyph: Icons.person
                tone: "waiting"
                Layout.alignment: Qt.AlignTop
            }
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
            mine: card.model.mine
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.s
            Icon {
                text: Icons.gavel
                size: Theme.small + 4
                color: Theme.muted
                Layout.alignment: Qt.AlignTop
            }
            AppText {
                text: card.model.whyText
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
        }
        Banner {
            visible: card.model.staleAuthority
            tone: "waiting"
            text: qsTr("The value that stands is much older than the other one. Please decide.")
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
            ActionButton {
                text: qsTr("Agree with what stands")
                glyph: Icons.check
                onClicked: card.conflicts.accept(card.model.recordId, card.model.group)
            }
            ActionButton {
                visible: card.model.mine
                text: qsTr("Propose my value again")
                glyph: Icons.send
                onClicked: card.conflicts.propose(card.model.recordId, card.model.group)
            }
            ActionButton {
                tone: "quiet"
                text: qsTr("Open the report")
                onClicked: card.open(card.model.recordId)
            }
        }
    }
}
