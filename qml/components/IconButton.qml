import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// A button of one icon; `text` is its name for screen readers, and shown when a pointer rests on it.
T.Button {
    id: control

    required property string glyph
    property color ink: Theme.text

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            text: control.glyph
            color: control.ink
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down || control.hovered ? Theme.pressed : "transparent"
        FocusRing { target: control }
    }
    Hint {
        text: control.text
        visible: control.hovered && text.length > 0
    }
}
