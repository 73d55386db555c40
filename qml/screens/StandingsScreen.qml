pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Where every unit of a block stands: a table with points by group where there is room, a list of ranks on phones.
Item {
    id: screen

    required property Session session
    property bool active: false
    readonly property StandingsModel standings: session.standings
    readonly property bool table: width >= 900

    signal go(int place)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScreenBar {
            title: qsTr("Standings")
            subtitle: screen.standings.title
            sync: screen.session.sync
            Layout.fillWidth: true
            onGo: place => screen.go(place)
        }
        StandingsHead {
            standings: screen.standings
            Layout.fillWidth: true
            Layout.margins: Theme.m
            Layout.bottomMargin: Theme.s
        }
        Rectangle {
            color: Theme.surface
            border.width: Theme.hair
            border.color: Theme.line
            radius: Theme.radius
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.m
            Layout.rightMargin: Theme.m
            Layout.bottomMargin: Theme.m

            ColumnLayout {
                anchors { fill: parent; margins: Theme.hair }
                spacing: 0
                StandingsTableHead {
                    visible: screen.table && screen.standings.hasStanding
                    groups: screen.standings.groups
                    Layout.fillWidth: true
                }
                ListView {
                    id: list
                    clip: true
                    model: screen.standings.rows
                    reuseItems: true
                    boundsBehavior: Flickable.StopAtBounds
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    T.ScrollBar.vertical: ScrollMark {}
                    delegate: StandingsRow {
                        width: list.width
                        table: screen.table
                        groupCount: screen.standings.groups.length
                    }
                    EmptyState {
                        visible: !screen.standings.hasStanding && !screen.standings.loading
                        anchors.centerIn: parent
                        width: Math.min(parent.width - 2 * Theme.l, 420)
                        glyph: Icons.leaderboard
                        text: qsTr("No standings for this block and period yet")
                        detail: qsTr("They appear as soon as the first reports have been submitted and synchronised.")
                    }
                }
                // The reader's own unit stays in sight when the list is scrolled past it.
                OwnStandingBar {
                    visible: screen.standings.myUnitRow >= 0 && list.contentHeight > list.height
                    text: screen.standings.myUnitText
                    Layout.fillWidth: true
                    onShow: list.positionViewAtIndex(screen.standings.myUnitRow, ListView.Center)
                }
            }
        }
    }
}
