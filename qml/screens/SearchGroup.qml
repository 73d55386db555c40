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
    SearchHitRow {
        width: parent.width
        model: group.model
        highlighted: group.current
        onClicked: group.open(group.index)
    }
    ActionButton {
        visible: group.model.more
        x: Theme.s
        tone: "quiet"
        glyph: Icons.expandMore
        text: qsTr("Show all of these")
        Accessible.name: text + ": " + group.model.kind
        onClicked: group.showAll(group.model.kind)
    }
}
