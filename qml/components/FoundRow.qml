import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// Something that was found: what it is called, and the part of it in which the words stand.
T.ItemDelegate {
    id: row

    property string glyph: ""
    property var marks: [] // { from, length } each, in `text`
    property string detail: ""
    property string snippet: ""
    property var snippetMarks: []
    property bool opens: true // else it only shows

    implicitHeight: Math.max(Theme.touch + Theme.s, words.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.m
    rightPadding: Theme.s
    topPadding: Theme.s
    bottomPadding: Theme.s
    enabled: opens
    hoverEnabled: opens
    focusPolicy: Qt.NoFocus // the keys are the search field's
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([text, detail, snippet], ", ")
    Accessible.selected: highlighted
    Accessible.onPressAction: clicked()

    contentItem: Item {
        implicitHeight: words.implicitHeight
        Icon {
            id: icon
            y: words.y
            text: row.glyph
            color: Theme.muted
        }
        Column {
            id: words
            x: icon.width + Theme.m
            y: (parent.height - height) / 2
            width: parent.width - x - mark.width
            MarkedText {
                width: parent.width
                text: row.text
                marks: row.marks
            }
            AppText {
                visible: text.length > 0
                width: parent.width
                text: row.detail
                muted: true
                font.pixelSize: Theme.small
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            MarkedText {
                visible: text.length > 0
                width: parent.width
                text: row.snippet
                marks: row.snippetMarks
                muted: true
                font.pixelSize: Theme.small
            }
        }
        Icon {
            id: mark
            visible: row.opens
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: Icons.chevronRight
            color: Theme.muted
        }
    }
    background: Rectangle {
        color: row.opens && (row.highlighted || row.down || row.hovered) ? Theme.pressed : "transparent"
        Rectangle {
            visible: row.highlighted
            width: Theme.xs
            height: parent.height
            color: Theme.brand
        }
    }
}
