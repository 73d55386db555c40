import QtQuick
import ThiDua.Theme

// The box around what can be filled in.
Rectangle {
    property bool editable: true
    property bool focused: false
    property bool faulty: false

    radius: Theme.radius
    color: editable ? Theme.surface : Theme.sunken
    border.width: focused || faulty ? 2 : Theme.hair
    border.color: faulty ? Theme.error : focused ? Theme.focus : editable ? Theme.edge : Theme.line
}
