import QtQuick
import ThiDua.Theme

// What a screen says when there is nothing to show, and what can be done about it.
Column {
    id: state

    property string glyph: Icons.info
    required property string text
    property string detail: ""
    property string actionText: ""

    signal action()

    spacing: Theme.s

    Rectangle {
        width: 2 * Theme.touch
        height: 2 * Theme.touch
        radius: Theme.touch
        color: Theme.sunken
        anchors.horizontalCenter: parent.horizontalCenter
        Icon {
            anchors.centerIn: parent
            text: state.glyph
            size: 40
            color: Theme.muted
        }
    }
    AppText {
        width: parent.width
        topPadding: Theme.s
        text: state.text
        font.pixelSize: Theme.title
        strong: true
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        visible: text.length > 0
        width: Math.min(parent.width, 480)
        anchors.horizontalCenter: parent.horizontalCenter
        text: state.detail
        muted: true
        horizontalAlignment: Text.AlignHCenter
    }
    ActionButton {
        visible: text.length > 0
        anchors.horizontalCenter: parent.horizontalCenter
        text: state.actionText
        onClicked: state.action()
    }
}
