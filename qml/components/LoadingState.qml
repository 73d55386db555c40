pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Theme

// Something is on its way: what, how far, and the shape of what will come.
Item {
    id: loading

    property string text: qsTr("Loading…")
    property real value: -1
    property int rows: 4
    readonly property int rowHeight: Theme.body + Theme.small + Theme.l

    implicitWidth: 320
    implicitHeight: progress.height + Theme.m + rows * rowHeight

    Progress {
        id: progress
        width: parent.width
        text: loading.text
        value: loading.value
    }
    Repeater {
        model: loading.rows
        Item {
            id: bones
            required property int index
            y: progress.height + Theme.m + index * loading.rowHeight
            width: loading.width
            Rectangle {
                y: Theme.s
                width: parent.width * (bones.index % 2 === 0 ? 0.72 : 0.55)
                height: Math.round(Theme.body * 0.75)
                radius: Theme.xs
                color: Theme.line
            }
            Rectangle {
                y: Theme.m + Theme.body
                width: parent.width * 0.4
                height: Math.round(Theme.small * 0.6)
                radius: Theme.xs
                color: Theme.line
                opacity: 0.6
            }
        }
    }
}
