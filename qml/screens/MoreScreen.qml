pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// On phones: the places that the bottom bar has no room for.
Item {
    id: screen

    required property Session session
    required property var places // of PlaceEntry

    signal go(int place)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: qsTr("Other tasks")
            sync: screen.session.sync
            Layout.fillWidth: true
            onGo: place => screen.go(place)
        }
        PageColumn {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Card {
                flush: true
                width: parent.width
                contentItem: Column {
                    spacing: 0
                    Repeater {
                        id: entries
                        model: screen.places
                        ListRow {
                            id: entry
                            required property PlaceEntry modelData
                            required property int index
                            visible: modelData.offered && !modelData.inBottomBar
                            text: modelData.title
                            supporting: modelData.detail
                            glyph: modelData.glyph
                            opens: true
                            divided: index < entries.count - 2 // the last one is this place
                            width: parent.width
                            onClicked: screen.go(modelData.place)
                            CountBadge {
                                visible: entry.modelData.badge > 0
                                count: entry.modelData.badge
                            }
                        }
                    }
                }
            }
        }
    }
}
