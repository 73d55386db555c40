pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Theme

// A text in which what was searched for is marked. Plain text, since it comes from people; the marks are drawn behind it.
TextEdit {
    id: control

    property var marks: [] // { from, length } each
    property bool strong: false
    property bool muted: false

    enabled: false
    readOnly: true
    activeFocusOnPress: false
    color: muted ? Theme.muted : Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    Accessible.ignored: true

    // Of its line; a word that is broken at the end of the line is marked up to there. Width and height decide where
    // words stand. Marks may come before the text that they are for.
    function placeOf(mark: var, width: real, height: real, length: int): rect {
        if (mark.from + mark.length > length)
            return Qt.rect(0, 0, 0, height)
        const from = positionToRectangle(mark.from)
        const to = positionToRectangle(mark.from + mark.length)
        return Qt.rect(from.x, from.y, to.y === from.y ? to.x - from.x : width - from.x, from.height)
    }

    Repeater {
        model: control.marks
        Rectangle {
            required property var modelData
            readonly property rect place: control.placeOf(modelData, control.width, control.contentHeight,
                                                                control.length)
            objectName: "mark"
            z: -1
            x: place.x
            y: place.y
            width: place.width
            height: place.height
            radius: 2
            color: Theme.mark
        }
    }
}
