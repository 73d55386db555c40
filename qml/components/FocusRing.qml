import QtQuick
import ThiDua.Theme

// Shown around what has the keyboard's focus.
Rectangle {
    required property Item target

    anchors.fill: parent
    anchors.margins: -3
    visible: target.activeFocus && target.enabled
    color: "transparent"
    radius: Theme.radius + 3
    border.width: 2
    border.color: Theme.focus
}
