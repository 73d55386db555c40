import QtQuick
import ThiDua.Theme

// The body of a page: what stands in it, one below the other, with room around.
Item {
    default property alias content: column.data

    implicitHeight: column.height + 2 * Theme.m

    Column {
        id: column
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        spacing: Theme.l
    }
}
