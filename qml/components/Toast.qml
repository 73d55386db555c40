import QtQuick
import ThiDua.Theme

// A short word about what just happened; never about something that must not be missed.
Rectangle {
    id: toast

    property string text: ""

    function show(message: string) {
        text = message
        timer.restart()
    }

    visible: timer.running
    implicitWidth: Math.min(label.implicitWidth + 2 * Theme.m, parent ? parent.width - 2 * Theme.m : 600)
    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 2 * Theme.s)
    radius: Theme.radius
    color: Theme.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    AppText {
        id: label
        anchors { fill: parent; leftMargin: Theme.m; rightMargin: Theme.m }
        text: toast.text
        color: Theme.surface
        maximumLineCount: 3
        elide: Text.ElideRight
    }
    Timer {
        id: timer
        interval: 4000
    }
}
