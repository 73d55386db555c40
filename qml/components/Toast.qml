import QtQuick
import ThiDua.Theme

// A short word about what just happened; never about something that must not be missed.
Rectangle {
    id: toast

    property string text: ""
    property int milliseconds: 4000
    readonly property real most: (parent ? (parent as Item).width : 600) - 2 * Theme.m

    function show(message: string) {
        text = message
        timer.restart()
    }

    visible: timer.running
    implicitWidth: Math.min(label.implicitWidth + 2 * Theme.m, most, 600)
    implicitHeight: Math.max(Theme.touch, label.height + 2 * Theme.s)
    radius: Theme.radius
    color: Theme.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    AppText {
        id: label
        x: Theme.m
        width: parent.width - 2 * Theme.m
        anchors.verticalCenter: parent.verticalCenter
        text: toast.text
        color: Theme.surface
        maximumLineCount: 3
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Timer {
        id: timer
        interval: toast.milliseconds
    }
}
