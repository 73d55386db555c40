import QtQuick
import ThiDua.Theme

// Label above, help or error below, the field between. The error takes the help's place, with icon and words.
Item {
    id: field

    required property string label
    property string help: ""
    property string error: ""
    property string fault: "" // what the field itself finds; the owner's `error` goes before it
    property bool required: false
    readonly property string shownError: error.length > 0 ? error : fault
    readonly property string spokenNote: shownError.length > 0 ? shownError : help
    default property alias content: slot.data

    implicitWidth: 240
    implicitHeight: note.visible ? note.y + note.height : slot.y + slot.height

    AppText {
        id: title
        width: parent.width
        text: field.required ? qsTr("%1 (required)").arg(field.label) : field.label
        font.pixelSize: Theme.small
        strong: true
        color: field.shownError.length > 0 ? Theme.error : Theme.muted
        Accessible.ignored: true // it is the name of the field
    }
    Item {
        id: slot
        y: title.height + Theme.xs
        width: parent.width
        height: childrenRect.height
    }
    Icon {
        visible: field.shownError.length > 0
        y: note.y + (Math.round(Theme.small * 1.36) - height) / 2
        text: Icons.errorOutline
        size: Math.round(Theme.small * 1.2)
        color: Theme.error
    }
    AppText {
        id: note
        visible: text.length > 0
        x: field.shownError.length > 0 ? Math.round(Theme.small * 1.2) + Theme.xs : 0
        y: slot.y + slot.height + Theme.xs
        width: parent.width - x
        text: field.spokenNote
        font.pixelSize: Theme.small
        color: field.shownError.length > 0 ? Theme.error : Theme.muted
        Accessible.ignored: true // it is the description of the field
    }
}
