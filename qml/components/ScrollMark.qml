import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

T.ScrollBar {
    id: control

    implicitWidth: 8
    implicitHeight: 8
    padding: 2
    minimumSize: 0.08
    visible: size < 1.0

    contentItem: Rectangle {
        radius: 3
        color: Theme.muted
        opacity: control.pressed ? 0.8 : 0.35
    }
}
