import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// The head of a screen: back, title, and at the right what the screen puts there.
Rectangle {
    id: bar

    required property string title
    property string subtitle: ""
    property bool canGoBack: false
    default property alias trailing: trailingRow.data

    signal back()

    implicitHeight: Math.max(56, layout.implicitHeight + Theme.s)
    color: Theme.surface

    RowLayout {
        id: layout
        anchors { fill: parent; leftMargin: bar.canGoBack ? Theme.xs : Theme.m; rightMargin: Theme.s }
        spacing: Theme.s
        IconButton {
            visible: bar.canGoBack
            glyph: Icons.arrowBack
            text: qsTr("Back")
            onClicked: bar.back()
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            AppText {
                text: bar.title
                font.pixelSize: Theme.title
                strong: true
                maximumLineCount: 2
                elide: Text.ElideRight
                lineHeight: 1.1
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppText {
                visible: text.length > 0
                text: bar.subtitle
                font.pixelSize: Theme.small
                muted: true
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        Row {
            id: trailingRow
            spacing: Theme.xs
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
}
