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
        ActionButton {
            tone: "primary"
            glyph: Icons.sync
            text: qsTr("Synchronise now")
            enabled: !card.busy && !card.sync.workOffline
            width: Math.min(implicitWidth, parent.width)
            onClicked: card.sync.syncNow()
        }
    }
}
