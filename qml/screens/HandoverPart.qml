import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// When there is no network: what waits leaves as a file, and a colleague's file is brought from here.
Column {
    id: part
    objectName: "handover"

    required property SyncModel sync
    required property HandoverModel handover

    spacing: Theme.m

    // What chooses files is loaded when it is first needed; the first screen does not wait for it.
    function choose(): HandoverFiles {
        if (files.status === Loader.Null)
            files.setSource("HandoverFiles.qml", { handover: part.handover })
        return files.item as HandoverFiles
    }

    SectionTitle {
        text: qsTr("Without a network")
        width: parent.width
    }
    Card {
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            ListRow {
                visible: part.sync.pending > 0
                text: qsTr("Save a hand-over file")
                supporting: qsTr("%n change(s) for somebody with a network to bring to the server. The file is no receipt.", "", part.sync.pendingChanges)
                glyph: Icons.save
                opens: true
                pressable: !part.handover.busy
                width: parent.width
                onClicked: part.choose().save()
            }
            ListRow {
                text: qsTr("Deliver somebody else's hand-over file")
                supporting: qsTr("Brings the changes of a colleague without a network to the server.")
                glyph: Icons.send
                opens: true
                pressable: !part.handover.busy
                divided: false
                width: parent.width
                onClicked: part.choose().deliver()
            }
        }
    }
    Progress {
        visible: part.handover.busy
        width: parent.width
    }
    Banner {
        visible: part.handover.outcomeText.length > 0
        tone: part.handover.outcomeTone
        text: part.handover.outcomeText
        detail: part.handover.outcomeDetail
        actionText: qsTr("Understood")
        width: parent.width
        onAction: part.handover.dismiss()
    }
    Loader {
        id: files
    }
}
