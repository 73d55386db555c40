import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// What a screen says when there is nothing to show, and what can be done about it.
ColumnLayout {
    id: state

    property string glyph: Icons.info
    required property string text
    property string detail: ""
    property string actionText: ""

    signal action()

    spacing: Theme.s

    Rectangle {
        implicitWidth: 2 * Theme.touch
        implicitHeight: 2 * Theme.touch
        radius: Theme.touch
        color: Theme.sunken
        Layout.alignment: Qt.AlignHCenter
        Icon {
            anchors.centerIn: parent
            text: state.glyph
            size: 40
            color: Theme.muted
        }
    }
    AppText {
        text: state.text
        font.pixelSize: Theme.title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.topMargin: Theme.s
    }
    AppText {
        visible: text.length > 0
        text: state.detail
        muted: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 480
        Layout.alignment: Qt.AlignHCenter
    }
    ActionButton {
        visible: text.length > 0
        text: state.actionText
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.s
        onClicked: state.action()
    }
}
