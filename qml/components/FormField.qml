import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// Label above, help or error below, the field between. The error takes the help's place, with icon and words.
ColumnLayout {
    id: field

    required property string label
    property string help: ""
    property string error: ""
    property bool required: false
    default property alias content: slot.data

    spacing: Theme.xs

    AppText {
        text: field.required ? field.label + " *" : field.label
        font.pixelSize: Theme.small
        strong: true
        color: field.error.length > 0 ? Theme.error : Theme.muted
        Layout.fillWidth: true
    }
    Item {
        id: slot
        implicitHeight: childrenRect.height
        Layout.fillWidth: true
    }
    RowLayout {
        visible: note.text.length > 0
        spacing: Theme.xs
        Icon {
            visible: field.error.length > 0
            text: Icons.errorOutline
            size: Theme.small + 4
            color: Theme.error
            Layout.alignment: Qt.AlignTop
        }
        AppText {
            id: note
            text: field.error.length > 0 ? field.error : field.help
            font.pixelSize: Theme.small
            color: field.error.length > 0 ? Theme.error : Theme.muted
            Layout.fillWidth: true
        }
    }
}
