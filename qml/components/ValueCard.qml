import QtQuick
import ThiDua.Theme

// One of the values of a conflict: what, by whom, in which role, when.
Rectangle {
    id: card

    required property string label
    required property string value
    required property string who
    required property string when
    property string role: ""
    property bool kept: false

    implicitHeight: layout.implicitHeight + 2 * Theme.m
    radius: Theme.radius
    color: kept ? Theme.doneGround : Theme.sunken
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + value + ", " + who + (role.length > 0 ? ", " + role : "") + ", " + when

    Column {
        id: layout
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.m }
        spacing: Theme.xs
        StatusChip {
            text: card.label
            glyph: card.kept ? Icons.check : Icons.history
            tone: card.kept ? "done" : "neutral"
        }
        AppText {
            text: card.value
            font.pixelSize: Theme.heading
            strong: true
            maximumLineCount: 6
            elide: Text.ElideRight
            width: parent.width
        }
        AppText {
            text: card.role.length > 0 ? card.who + " · " + card.role : card.who
            font.pixelSize: Theme.small
            width: parent.width
        }
        AppText {
            text: card.when
            muted: true
            font.pixelSize: Theme.small
            width: parent.width
        }
    }
}
