import QtQuick
import ThiDua.Theme

// value 0…1; below 0: how long it takes is not known. `text` says what is being done.
Item {
    id: progress

    property real value: -1
    property string text: ""
    property int thickness: Theme.xs

    implicitWidth: 160
    implicitHeight: track.y + track.height
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text.length > 0 ? text : value < 0 ? qsTr("Working") : qsTr("%1 percent").arg(Math.round(value * 100))

    AppText {
        id: label
        visible: text.length > 0
        width: parent.width - (share.visible ? share.width + Theme.s : 0)
        text: progress.text
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    AppText {
        id: share
        visible: label.visible && progress.value >= 0
        anchors { right: parent.right; bottom: label.bottom }
        text: qsTr("%1 %").arg(Math.round(progress.value * 100))
        font.pixelSize: Theme.small
        muted: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        id: track
        y: label.visible ? label.height + Theme.xs : 0
        width: parent.width
        height: progress.thickness
        radius: height / 2
        color: Theme.line
        clip: true

        Rectangle {
            height: parent.height
            radius: height / 2
            color: Theme.done
            width: progress.value < 0 ? parent.width / 3 : parent.width * Math.min(1, progress.value)
            SequentialAnimation on x {
                running: progress.value < 0 && progress.visible && !Theme.reducedMotion
                loops: Animation.Infinite
                NumberAnimation { from: 0; to: track.width * 2 / 3; duration: 900 }
                NumberAnimation { from: track.width * 2 / 3; to: 0; duration: 900 }
            }
        }
    }
}
