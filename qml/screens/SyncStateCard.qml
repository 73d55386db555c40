import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Card {
    id: card

    required property SyncModel sync
    readonly property bool busy: sync.phaseName === "sending" || sync.phaseName === "fetching"

    contentItem: Column {
        spacing: Theme.s
        AppText {
            text: card.sync.headline
            font.pixelSize: Theme.heading
            strong: true
            width: parent.width
        }
        AppText {
            text: card.sync.detail
            muted: true
            width: parent.width
        }
        Progress {
            visible: card.busy
            value: card.sync.progress
            width: parent.width
        }
        AppText {
            visible: text.length > 0 && !card.busy
            text: card.sync.receiptText
            muted: true
            font.pixelSize: Theme.small
            width: parent.width
        }
        Flow {
            spacing: Theme.s
            width: parent.width
            ActionButton {
                visible: !card.sync.workOffline
                tone: "primary"
                glyph: Icons.sync
                text: qsTr("Send and fetch")
                enabled: !card.busy
                width: Math.min(implicitWidth, parent.width)
                onClicked: card.sync.syncNow()
            }
            ActionButton {
                visible: card.sync.pending > 0
                tone: card.sync.workOffline ? "primary" : "secondary"
                glyph: Icons.cloudUpload
                text: qsTr("Send only")
                enabled: !card.busy
                width: Math.min(implicitWidth, parent.width)
                onClicked: card.sync.sendOnly()
            }
        }
        AppText {
            visible: card.sync.pending > 0
            text: qsTr("Sending alone uses little data, and is possible while you work offline.")
            font.pixelSize: Theme.small
            muted: true
            width: parent.width
        }
    }
}
