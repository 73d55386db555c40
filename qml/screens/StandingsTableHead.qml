pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme

Rectangle {
    id: head

    required property var groups

    implicitHeight: unit.height + Theme.m
    color: Theme.sunken

    component Heading: AppText {
        font.pixelSize: Theme.small
        strong: true
        muted: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
    }

    Heading {
        x: Theme.m
        width: StandingsColumns.rank
        text: qsTr("Rank")
        horizontalAlignment: Text.AlignLeft
    }
    Heading {
        id: unit
        x: Theme.m + StandingsColumns.rank + Theme.s
        width: numbers.x - x
        text: qsTr("Unit")
        horizontalAlignment: Text.AlignLeft
    }
    Row {
        id: numbers
        anchors { right: parent.right; rightMargin: Theme.m }
        height: parent.height
        spacing: Theme.s
        Repeater {
            model: head.groups
            Heading {
                required property string modelData
                text: modelData
                width: StandingsColumns.points
            }
        }
        Heading { text: qsTr("Bonus"); width: StandingsColumns.points }
        Heading { text: qsTr("Penalty"); width: StandingsColumns.points }
        Heading { text: qsTr("Total"); width: StandingsColumns.total }
    }
}
