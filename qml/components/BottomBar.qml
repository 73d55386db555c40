pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// The places of the app at the bottom of a phone, in reach of the thumb.
Rectangle {
    id: bar

    required property var places // of PlaceEntry
    required property int current

    signal chosen(int place)

    implicitHeight: row.implicitHeight + Theme.hair
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    RowLayout {
        id: row
        anchors { fill: parent; topMargin: Theme.hair }
        spacing: 0
        Repeater {
            model: bar.places
            NavigationItem {
                required property PlaceEntry modelData
                visible: modelData.offered && modelData.inBottomBar
                text: modelData.shortTitle
                glyph: modelData.glyph
                badge: modelData.badge
                checked: bar.current === modelData.place
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: bar.chosen(modelData.place)
            }
        }
    }
}
