import QtQuick
import ThiDua.Theme

// value 0…1; below 0: how long it takes is not known. Words belong beside it.
Item {
    id: progress

    property real value: -1

    implicitHeight: 4
    implicitWidth: 160
    Accessible.role: Accessible.ProgressBar
    Accessible.name: value < 0 ? qsTr("Working") : qsTr("%1 percent").arg(Math.round(value * 100))

    Rectangle {
        anchors.fill: parent
        radius: 2
        color: Theme.line
    }
    Rectangle {
        id: bar
        height: parent.height
        radius: 2
        color: Theme.done
        width: progress.value < 0 ? parent.width / 3 : parent.width * Math.min(1, progress.value)
        SequentialAnimation on x {
            running: progress.value < 0 && progress.visible && !Theme.reducedMotion
            loops: Animation.Infinite
            NumberAnimation { from: 0; to: progress.width * 2 / 3; duration: 900 }
            NumberAnimation { from: progress.width * 2 / 3; to: 0; duration: 900 }
        }
    }
}
