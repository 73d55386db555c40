import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// A change that the server did not accept: why, what it was, and what can be done.
Card {
    id: card

    required property var model
    required property AttentionList list

    contentItem: Column {
        spacing: Theme.s
        AppText {
            text: card.model.title
            strong: true
            width: parent.width
        }
        AppText {
            text: card.model.fieldsText
            width: parent.width
        }
        AppText {
            text: card.model.whenText
            font.pixelSize: Theme.small
            muted: true
            width: parent.width
        }
        Banner {
            width: parent.width
            tone: "error"
            text: card.model.reasonText
        }
        Flow {
            spacing: Theme.s
            width: parent.width
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Send again")
                glyph: Icons.send
                onClicked: card.list.sendAgain(card.model.seq)
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Copy")
                glyph: Icons.contentCopy
                onClicked: card.list.copyText(card.model.seq)
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                tone: "quiet"
                text: qsTr("Put aside")
                onClicked: card.list.putAside(card.model.seq)
            }
        }
    }
}
