pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

Rectangle {
    id: head

    required property var groups

    implicitHeight: row.implicitHeight + Theme.m
    color: Theme.sunken
    radius: Theme.radius

    component Heading: AppText {
        font.pixelSize: Theme.small
        strong: true
        muted: true
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignRight
    }

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.m; rightMargin: Theme.m }
        spacing: Theme.s
        Heading { text: qsTr("Rank"); horizontalAlignment: Text.AlignLeft; Layout.preferredWidth: StandingsColumns.rank }
        Heading { text: qsTr("Unit"); horizontalAlignment: Text.AlignLeft; Layout.fillWidth: true }
        Repeater {
            model: head.groups
            Heading {
                required property string modelData
                text: modelData
                Layout.preferredWidth: StandingsColumns.points
            }
        }
        Heading { text: qsTr("Bonus"); Layout.preferredWidth: StandingsColumns.points }
        Heading { text: qsTr("Penalty"); Layout.preferredWidth: StandingsColumns.points }
        Heading { text: qsTr("Total"); Layout.preferredWidth: StandingsColumns.total }
    }
}
