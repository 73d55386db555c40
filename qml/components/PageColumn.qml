import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// A scrolling column of a comfortable width, for screens that are read from top to bottom. What stands in it takes
// parent.width for its width.
Flickable {
    id: page

    default property alias content: column.data
    property int maximumWidth: Theme.contentWidth

    contentWidth: width
    contentHeight: column.height + 2 * Theme.m
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: ScrollMark {}

    Column {
        id: column
        y: Theme.m
        width: Math.min(page.width - 2 * Theme.m, page.maximumWidth)
        x: (page.width - width) / 2
        spacing: Theme.m
    }
}
