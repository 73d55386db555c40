import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme

// One record that was found: what it is called, and the part of it in which the words stand.
T.ItemDelegate {
    id: row

    required property var model
    readonly property bool opens: model.opens

    function glyphOf(kind: string): string {
        switch (kind) {
        case "report": return Icons.assignment
        case "movement": return Icons.flag
        case "target": return Icons.trendingUp
        case "document": return Icons.gavel
        case "unit": return Icons.place
        case "block": return Icons.group
        case "person": return Icons.person
        case "attachment": return Icons.attachFile
        default: return Icons.description
        }
    }

    implicitHeight: Math.max(Theme.touch + Theme.s, words.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.m
    rightPadding: Theme.s
    topPadding: Theme.s
    bottomPadding: Theme.s
    enabled: opens
    hoverEnabled: opens
    focusPolicy: Qt.NoFocus // the keys are the search field's
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([model.title, model.detail, model.snippet], ", ")
    Accessible.selected: highlighted
    Accessible.onPressAction: clicked()

    contentItem: Item {
        implicitHeight: words.implicitHeight
        Icon {
            id: icon
            y: Theme.xs
            text: row.glyphOf(row.model.kind)
            color: Theme.muted
        }
        Column {
            id: words
            x: icon.width + Theme.m
            width: parent.width - x - mark.width
            MarkedText {
                width: parent.width
                text: row.model.title
                marks: row.model.titleMarks
            }
            AppText {
                visible: text.length > 0
                width: parent.width
                text: row.model.detail
                muted: true
                font.pixelSize: Theme.small
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            MarkedText {
                visible: text.length > 0
                width: parent.width
                text: row.model.snippet
                marks: row.model.snippetMarks
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
