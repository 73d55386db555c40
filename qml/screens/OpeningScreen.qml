import QtQuick
import ThiDua.Components
import ThiDua.Theme

// The first moment, until the device's file is open. What takes longer than a glance says what it is; before
// that, as little as can be drawn at once: no text, no font.
Item {
    id: opening

    Rectangle {
        id: mark
        anchors.centerIn: parent
        width: 64
        height: 64
        radius: 16
        color: Theme.brand
    }
    Loader {
        id: words
        active: false
        anchors.top: mark.bottom
        anchors.topMargin: Theme.l
        anchors.horizontalCenter: parent.horizontalCenter
        sourceComponent: AppText { text: qsTr("Opening your data…") }
    }
    Timer {
        interval: 250
        running: true
        onTriggered: words.active = true
    }
}
