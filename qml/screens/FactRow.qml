import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

// A name and what it says; not shown while there is nothing to say.
GridLayout {
    id: row

    required property string label
    required property string value

    visible: value.length > 0
    columns: width >= 480 ? 2 : 1
    columnSpacing: Theme.m
    rowSpacing: 0

    AppText {
        text: row.label
        muted: true
        font.pixelSize: Theme.small
        Layout.preferredWidth: 160
        Layout.alignment: Qt.AlignTop
    }
    AppText {
        text: row.value
        Layout.fillWidth: true
    }
}
