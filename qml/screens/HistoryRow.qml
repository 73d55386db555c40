import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

RowLayout {
    id: row

    required property var model

    spacing: Theme.m

    Rectangle {
        implicitWidth: 10
        implicitHeight: 10
        radius: 5
        color: Theme.muted
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.s
    }
    ColumnLayout {
        spacing: 0
        AppText {
            text: row.model.changesText
            Layout.fillWidth: true
        }
        AppText {
            text: row.model.whoText + " · " + row.model.roleText + " · " + row.model.whenText
                  + (row.model.stateText.length > 0 ? " · " + row.model.stateText : "")
            font.pixelSize: Theme.small
            muted: true
            Layout.fillWidth: true
        }
    }
}
