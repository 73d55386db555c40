import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// A surface with a hairline; its content fills it. `flush`: for rows that reach from edge to edge.
T.Pane {
    property bool flush: false

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: flush ? Theme.hair : Theme.m
    topPadding: flush ? Theme.xs : padding
    bottomPadding: topPadding
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
    }
}
