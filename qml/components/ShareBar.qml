import QtQuick
import ThiDua.Theme

// What share of a whole somebody has, with a mark at the share that is needed.
Item {
    id: bar

    required property string name
    required property string votesText
    required property string shareText
    required property real share // 0 … 1
    property real needed: 0
    property bool chosen: false
    readonly property bool stacked: title.implicitWidth + figures.implicitWidth + Theme.m > width

    implicitWidth: 320
    implicitHeight: track.y + track.height + Theme.xs
    Accessible.role: Accessible.StaticText
    Accessible.name: Words.joined([name, votesText, shareText], ", ")

    AppText {
        id: title
        width: bar.stacked ? parent.width : parent.width - figures.implicitWidth - Theme.m
        text: bar.name
        strong: bar.chosen
        Accessible.ignored: true
    }
    AppText {
        id: figures
        y: bar.stacked ? title.height : 0
        anchors.right: parent.right
        text: bar.votesText + " · " + bar.shareText
        strong: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Rectangle {
        id: track
        y: (bar.stacked ? title.height + figures.height : title.height) + Theme.xs
        width: parent.width
        height: 12
        radius: 3
        color: Theme.sunken
        border.width: Theme.sunlight ? Theme.hair : 0
        border.color: Theme.edge
        Rectangle {
            width: parent.width * Math.max(0, Math.min(1, bar.share))
            height: parent.height
            radius: 3
            color: bar.chosen ? Theme.done : Theme.bar
        }
        Rectangle {
            visible: bar.needed > 0
            x: Math.min(parent.width - width, parent.width * bar.needed)
            y: -3
            width: 3
            height: parent.height + 6
            color: Theme.text
        }
    }
}
