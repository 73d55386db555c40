import QtQuick
import ThiDua.Theme

// Never the only carrier of a meaning: a word stands beside it, or its button has a name.
Text {
    property int size: Theme.icon

    color: Theme.text
    font.family: Theme.iconFamily
    font.pixelSize: size
    textFormat: Text.PlainText
    width: size
    height: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    Accessible.ignored: true
}
