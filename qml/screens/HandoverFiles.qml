import QtQuick
import QtQuick.Dialogs
import ThiDua.ViewModels

// The dialogs in which a hand-over file is named or chosen: the system's own where it has them.
Item {
    id: files
    objectName: "files"

    required property HandoverModel handover
    readonly property bool asking: saving.visible || opening.visible
    readonly property var filters: [qsTr("Hand-over files (%1)").arg("*.thidua"), qsTr("All files (%1)").arg("*")]

    function save() {
        saving.currentFile = handover.suggestedFile()
        saving.open()
    }
    function deliver() {
        opening.open()
    }

    FileDialog {
        id: saving
        title: qsTr("Save a hand-over file")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "thidua"
        nameFilters: files.filters
        onAccepted: files.handover.save(selectedFile)
    }
    FileDialog {
        id: opening
        title: qsTr("Deliver somebody else's hand-over file")
        fileMode: FileDialog.OpenFile
        nameFilters: files.filters
        onAccepted: files.handover.deliver(selectedFile)
    }
}
