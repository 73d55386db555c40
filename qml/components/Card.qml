import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// A surface with a hairline; its content fills it.
T.Pane {
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.m
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
    }
}
