import QtQuick
import ThiDua.Theme

// The sign of the app: a gold flag on red.
Rectangle {
    property int size: 40

    implicitWidth: size
    implicitHeight: size
    radius: size / 4
    color: Theme.brand
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        text: Icons.flag
        size: Math.round(parent.width * 0.56)
        color: Theme.gold
    }
}
