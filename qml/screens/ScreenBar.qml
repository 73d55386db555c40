import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The head of every screen: its title, and the state of synchronisation, which is never out of sight.
AppBar {
    id: bar

    required property SyncModel sync

    signal go(int place)

    IconButton {
        objectName: "find"
        glyph: Icons.search
        text: qsTr("Search everything (Ctrl+F)")
        onClicked: bar.go(Shell.Search)
    }
    SyncIndicator {
        phase: bar.sync.phaseName
        text: bar.sync.headline
        ageing: bar.sync.ageing
        count: bar.sync.attention > 0 ? bar.sync.attention : bar.sync.pending
        compact: bar.width < 440 * Theme.textScale || wordsWidth > bar.width / 2
        onClicked: bar.go(Shell.Sync)
    }
}
