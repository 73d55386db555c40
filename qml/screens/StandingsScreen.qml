pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Where every unit of a block stands: a table with points by group where there is room, a list of ranks on phones. On
// phones the head scrolls away with the list; the reader's own unit stays in sight.
Item {
    id: screen

    required property Session session
    property bool active: false
    readonly property StandingsModel standings: session.standings
    property bool scrolled: false
    readonly property bool table: width >= 900 * Math.max(1, Theme.textScale * 0.8)

    signal go(int place)

    ScreenBar {
        id: bar
        width: parent.width
        title: qsTr("Standings")
        subtitle: screen.standings.title
        sync: screen.session.sync
        onGo: place => screen.go(place)
    }
    ListView {
        id: list
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: own.top }
        clip: true
        topMargin: head.height
        model: screen.standings.rows
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        // The head finds its height only after the rows stand.
        onTopMarginChanged: if (!screen.scrolled) contentY = -topMargin
        onMovementStarted: screen.scrolled = true
        delegate: StandingsRow {
            width: list.width
            table: screen.table
            groupCount: screen.standings.groups.length
        }
    }
    StandingsTop {
        id: head
        parent: screen.table ? list : list.contentItem
        y: screen.table ? 0 : -height
        z: 2
        width: list.width
        standings: screen.standings
        table: screen.table
    }
    ListNotice {
        visible: !screen.standings.hasStanding && (failed || !screen.standings.loading)
        anchors.horizontalCenter: parent.horizontalCenter
        y: list.y + Math.max(head.height + Theme.l, (list.height - height) / 2)
        width: Math.min(parent.width - 2 * Theme.l, 420 * Theme.textScale)
        errorText: screen.standings.errorText
        sign: Icons.leaderboard
        nothing: qsTr("No standings for this block and period yet")
        hint: qsTr("They appear as soon as the first reports have been submitted and synchronised.")
    }
    OwnStandingBar {
        id: own
        visible: screen.standings.myUnitRow >= 0 && list.contentHeight + list.topMargin > screen.height - bar.height
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: visible ? implicitHeight : 0
        text: screen.standings.myUnitText
        onShow: list.positionViewAtIndex(screen.standings.myUnitRow, ListView.Center)
    }
}
