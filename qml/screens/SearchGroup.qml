import QtQuick
import ThiDua.Components
import ThiDua.Theme

// A row of the results, with the name of its kind above the first and the way to all of them below the last.
Column {
    id: group

    required property int index
    required property var model
    property bool current: false

    signal open(int row)
    signal showAll(string kind)

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

    AppText {
        visible: text.length > 0
        width: parent.width
        leftPadding: Theme.m
        rightPadding: Theme.m
        topPadding: Theme.m
        bottomPadding: Theme.xs
        text: group.model.heading
        font.pixelSize: Theme.small
        strong: true
        color: Theme.brandText
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    FoundRow {
        width: parent.width
        glyph: group.glyphOf(group.model.kind)
        text: group.model.title
        marks: group.model.titleMarks
        detail: group.model.detail
        snippet: group.model.snippet
        snippetMarks: group.model.snippetMarks
        opens: group.model.opens
        highlighted: group.current
        onClicked: group.open(group.index)
    }
    ActionButton {
        visible: group.model.more
        x: Theme.s
        tone: "quiet"
        glyph: Icons.expandMore
        text: qsTr("Show all of these")
        onClicked: group.showAll(group.model.kind)
    }
}
