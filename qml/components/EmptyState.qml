import QtQuick
import ThiDua.Theme

// What a screen says when there is nothing to show, and what can be done about it.
Item {
    id: empty

    property string glyph: Icons.info
    property string tone: "neutral"
    required property string text
    property string detail: ""
    property string actionText: ""

    signal action()

    implicitWidth: 320
    implicitHeight: button.visible ? button.y + button.height : note.visible ? note.y + note.height : words.y + words.height

    Rectangle {
        id: disc
        width: 80
        height: 80
        radius: height / 2
        color: Theme.toneGround(empty.tone)
        border.width: Theme.sunlight ? Theme.hair : 0
        border.color: Theme.toneColor(empty.tone)
        anchors.horizontalCenter: parent.horizontalCenter
        Icon {
            anchors.centerIn: parent
            text: empty.glyph
            size: 36
            color: Theme.toneColor(empty.tone)
        }
    }
    AppText {
        id: words
        y: disc.height + Theme.m
        width: parent.width
        text: empty.text
        font.pixelSize: Theme.title
        strong: true
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        id: note
        visible: text.length > 0
        anchors.horizontalCenter: parent.horizontalCenter
        y: words.y + words.height + Theme.xs
        width: Math.min(parent.width, 480 * Theme.textScale)
        text: empty.detail
        muted: true
        horizontalAlignment: Text.AlignHCenter
    }
    ActionButton {
        id: button
        visible: text.length > 0
        anchors.horizontalCenter: parent.horizontalCenter
        y: (note.visible ? note.y + note.height : words.y + words.height) + Theme.m
        width: Math.min(implicitWidth, parent.width)
        text: empty.actionText
        onClicked: empty.action()
    }
}
