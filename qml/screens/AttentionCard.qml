import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// A change that the server did not accept: why, what it was, and what can be done.
Card {
    id: card

    required property var model
    required property AttentionList list

    contentItem: ColumnLayout {
        spacing: Theme.s
        StatusChip {
            text: card.model.reasonText
            glyph: Icons.errorOutline
            tone: "error"
        }
        AppText {
            text: card.model.title
            strong: true
            Layout.fillWidth: true
        }
        AppText {
            text: card.model.fieldsText
            Layout.fillWidth: true
        }
        AppText {
            text: card.model.whenText
            font.pixelSize: Theme.small
            muted: true
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.s
            Layout.fillWidth: true
            ActionButton {
                text: qsTr("Send again")
                glyph: Icons.send
                onClicked: card.list.sendAgain(card.model.seq)
            }
            ActionButton {
                text: qsTr("Copy")
                glyph: Icons.contentCopy
                onClicked: card.list.copyText(card.model.seq)
            }
            ActionButton {
                tone: "quiet"
                text: qsTr("Put aside")
                onClicked: card.list.putAside(card.model.seq)
            }
        }
    }
}
