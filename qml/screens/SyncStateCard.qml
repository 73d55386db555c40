import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

Card {
    id: card

    required property SyncModel sync
    readonly property bool busy: sync.phaseName === "sending" || sync.phaseName === "fetching"

    contentItem: ColumnLayout {
        spacing: Theme.s
        AppText {
            text: card.sync.headline
            font.pixelSize: Theme.heading
            strong: true
            Layout.fillWidth: true
        }
        AppText {
            text: card.sync.detail
            muted: true
            Layout.fillWidth: true
        }
        Progress {
            visible: card.busy
            value: card.sync.progress
            Layout.fillWidth: true
        }
        ActionButton {
            tone: "primary"
            glyph: Icons.sync
            text: qsTr("Synchronise now")
            enabled: !card.busy && !card.sync.workOffline
            Layout.topMargin: Theme.s
            onClicked: card.sync.syncNow()
        }
    }
}
