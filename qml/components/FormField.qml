import QtQuick
import ThiDua.Theme

// Label above, help or error below, the field between. The error takes the help's place, with icon and words.
Column {
    id: field

    required property string label
    property string help: ""
    property string error: ""
    property bool required: false
    default property alias content: slot.data

    spacing: Theme.xs

    AppText {
        width: parent.width
        text: field.required ? field.label + " *" : field.label
        font.pixelSize: Theme.small
        strong: true
        color: field.error.length > 0 ? Theme.error : Theme.muted
    }
    Item {
        id: slot
        width: parent.width
        height: childrenRect.height
    }
    Row {
        visible: note.text.length > 0
        width: parent.width
        spacing: Theme.xs
        Icon {
            id: mark
            visible: field.error.length > 0
            text: Icons.errorOutline
            size: Theme.small + 4
            color: Theme.error
        }
        AppText {
            id: note
            width: parent.width - (mark.visible ? mark.width + Theme.xs : 0)
            text: field.error.length > 0 ? field.error : field.help
            font.pixelSize: Theme.small
            color: field.error.length > 0 ? Theme.error : Theme.muted
        }
    }
}
