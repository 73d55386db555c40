import QtQuick
import ThiDua.Components
import ThiDua.Theme

// Where the reader's own unit stands; pressed, it scrolls there.
Rectangle {
    id: bar

    required property string text

    signal show()

    implicitHeight: button.height
    color: Theme.brandGround

    ActionButton {
        id: button
        x: Theme.s
        width: Math.min(implicitWidth, parent.width - 2 * Theme.s)
        tone: "quiet"
        glyph: Icons.place
        text: bar.text
        onClicked: bar.show()
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
}
