import QtQuick
import ThiDua.Components
import ThiDua.Theme

Rectangle {
    id: bar

    required property string text

    signal show()

    implicitHeight: button.implicitHeight
    color: Theme.brandGround

    ActionButton {
        id: button
        anchors { left: parent.left; leftMargin: Theme.s }
        tone: "quiet"
        glyph: Icons.place
        text: bar.text
        onClicked: bar.show()
    }
}
