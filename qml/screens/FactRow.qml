import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A fact under its name, or beside it where there is room.
Item {
    id: row

    required property string label
    required property string value
    readonly property bool beside: width >= 480 * Theme.textScale

    visible: value.length > 0
    implicitWidth: 320
    implicitHeight: words.y + words.height

    AppText {
        id: name
        y: row.beside ? words.baselineOffset - baselineOffset : 0
        width: row.beside ? Math.round(160 * Theme.textScale) : row.width
        text: row.label
        muted: true
        font.pixelSize: Theme.small
    }
    AppText {
        id: words
        x: row.beside ? name.width + Theme.m : 0
        y: row.beside ? 0 : name.height
        width: row.width - x
        text: row.value
    }
}
