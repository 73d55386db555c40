import QtQuick
import ThiDua.Theme

// Things side by side in equal columns, as many as have room. It sets the width of its children: that of a column, or
// with `natural` their own where it fits.
Flow {
    id: control

    property int most: 2
    property int least: 280 // of a column, at the normal size of letters
    property bool natural: false
    readonly property int columns: Math.max(1, Math.min(most, Math.floor((width + spacing) / (least * Theme.textScale + spacing))))
    readonly property int cell: Math.floor((width - (columns - 1) * spacing) / columns)

    function spread() {
        for (let at = 0; at < children.length; ++at) {
            const child = children[at]
            child.width = natural ? Math.min(child.implicitWidth, cell) : cell
        }
    }

    spacing: Theme.m
    onCellChanged: spread()
    onChildrenChanged: spread()
}
