import QtQuick
import ThiDua.Theme

// What the parts of a ScoreBar mean.
Flow {
    spacing: Theme.m

    component Entry: Row {
        id: entry
        required property string text
        property color fill: "transparent"
        property color edge: "transparent"
        spacing: Theme.s
        Rectangle {
            width: 16
            height: 12
            radius: 3
            color: entry.fill
            border.width: 1.5
            border.color: entry.edge
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            text: entry.text
            font.pixelSize: Theme.small
            muted: true
            wrapMode: Text.NoWrap
        }
    }

    Entry { text: qsTr("Points"); fill: Theme.bar; edge: Theme.bar }
    Entry { text: qsTr("Bonus"); fill: Theme.done; edge: Theme.done }
    Entry { text: qsTr("Taken off by penalties"); edge: Theme.error }
}
