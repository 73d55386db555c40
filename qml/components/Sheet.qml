import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Theme

// A question above the screen: at the bottom on phones, in the middle elsewhere.
T.Popup {
    id: sheet

    required property string title
    property bool atBottom: parent ? parent.width < Theme.tabletFrom : false
    default property alias content: body.data

    parent: T.Overlay.overlay
    modal: true
    focus: true
    width: atBottom ? parent.width : Math.min(520, parent ? parent.width - 2 * Theme.l : 520)
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? (atBottom ? parent.height - height : (parent.height - height) / 2) : 0
    padding: Theme.l
    T.Overlay.modal: Rectangle { color: Theme.scrim }

    contentItem: ColumnLayout {
        id: body
        spacing: Theme.m
        SectionTitle {
            text: sheet.title
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        color: Theme.surface
        radius: sheet.atBottom ? 0 : Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
    }
}
