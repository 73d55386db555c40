import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// The name of what a pointer rests on.
T.ToolTip {
    id: hint

    implicitWidth: implicitContentWidth + 2 * Theme.s
    implicitHeight: implicitContentHeight + 2 * Theme.xs
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? parent.height + Theme.xs : 0
    margins: Theme.xs
    padding: Theme.xs
    leftPadding: Theme.s
    rightPadding: Theme.s
    delay: 600
    closePolicy: T.Popup.NoAutoClose

    contentItem: AppText {
        text: hint.text
        font.pixelSize: Theme.small
        color: Theme.surface
        wrapMode: Text.NoWrap
    }
    background: Rectangle {
        color: Theme.text
        radius: Theme.xs
    }
}
