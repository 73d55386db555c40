import QtQuick
import ThiDua.Theme

// The head of a screen: back, title, and at the right what the screen puts there.
Rectangle {
    id: bar

    required property string title
    property string subtitle: ""
    property bool canGoBack: false
    default property alias trailing: trailingRow.data
    readonly property real wordsHeight: words.height + (note.visible ? note.height : 0)

    signal back()

    implicitWidth: 320
    implicitHeight: Math.max(64, wordsHeight + 2 * Theme.s, trailingRow.implicitHeight + Theme.s)
    color: Theme.surface

    IconButton {
        id: backButton
        visible: bar.canGoBack
        x: Theme.xs
        anchors.verticalCenter: parent.verticalCenter
        glyph: Icons.arrowBack
        text: qsTr("Back")
        onClicked: bar.back()
    }
    AppText {
        id: words
        x: bar.canGoBack ? backButton.x + backButton.width + Theme.xs : Theme.m
        y: (bar.height - bar.wordsHeight) / 2
        width: trailingRow.x - x - Theme.s
        text: bar.title
        font.pixelSize: Math.min(Theme.title, 28) // a head must leave room for its screen
        strong: true
        maximumLineCount: 4
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    AppText {
        id: note
        visible: text.length > 0
        x: words.x
        y: words.y + words.height
        width: words.width
        text: bar.subtitle
        font.pixelSize: Math.min(Theme.small, 20)
        muted: true
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Row {
        id: trailingRow
        anchors { right: parent.right; rightMargin: Theme.s; verticalCenter: parent.verticalCenter }
        spacing: Theme.xs
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
}
