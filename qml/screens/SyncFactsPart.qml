import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What few people ask for: when it was last sent and fetched, and what it cost.
Card {
    id: part

    required property SyncModel sync

    flush: true
    contentItem: Column {
        spacing: 0
        ListRow {
            text: qsTr("Last sent")
            glyph: Icons.cloudUpload
            value: part.sync.lastSentText
            pressable: false
            width: parent.width
        }
        ListRow {
            text: qsTr("Last fetched")
            glyph: Icons.cloudQueue
            value: part.sync.lastFetchedText
            pressable: false
            width: parent.width
        }
        ListRow {
            text: qsTr("Data used")
            supporting: part.sync.dataUsedText
            glyph: Icons.barChart
            pressable: false
            divided: false
            width: parent.width
        }
    }
}
