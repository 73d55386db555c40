import QtQuick
import ThiDua.Theme

// All text of the app. Plain, so that data can never become mark-up.
Text {
    id: control

    property bool strong: false
    property bool muted: false

    color: muted ? Theme.muted : Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    verticalAlignment: Text.AlignVCenter
}
