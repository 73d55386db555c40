import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What stands above the rows: which standings these are, and with a table the names of its columns.
Rectangle {
    id: stack

    required property StandingsModel standings
    required property bool table

    implicitHeight: columns.visible ? columns.y + columns.height : head.y + head.height + Theme.s
    color: Theme.page

    StandingsHead {
        id: head
        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * Theme.m
        standings: stack.standings
    }
    StandingsTableHead {
        id: columns
        visible: stack.table && stack.standings.hasStanding
        y: head.y + head.height + Theme.s
        width: parent.width
        groups: stack.standings.groups
    }
}
