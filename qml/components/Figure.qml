import QtQuick
import ThiDua.Theme

// A number that is seen at a glance, with the words that belong to it: on one line where there is room.
Item {
    id: figure

    required property string value
    property string text: ""
    readonly property bool beside: implicitWidth <= width

    implicitWidth: number.implicitWidth + Theme.s + natural.implicitWidth
    implicitHeight: beside ? number.height : number.height + words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: value + " " + text

    AppText {
        id: number
        text: figure.value
        font.pixelSize: Theme.display
        strong: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText { // how wide the words would like to be
        id: natural
        visible: false
        text: figure.text
        wrapMode: Text.NoWrap
    }
    AppText {
        id: words
        x: figure.beside ? number.width + Theme.s : 0
        y: figure.beside ? number.baselineOffset - baselineOffset : number.height
        width: figure.width - x
        text: figure.text
        muted: true
        Accessible.ignored: true
    }
}
