pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// The places of the app at the left: icons with words below, or beside them where there is room (`wide`).
Rectangle {
    id: rail

    required property var places // of PlaceEntry
    required property int current
    property string title: ""
    property string userName: ""
    property string roleText: ""
    property bool wide: false

    signal chosen(int place)

    implicitWidth: wide ? Math.round(200 * Math.min(1.6, Theme.textScale)) + 6 * Theme.s : 104
    color: Theme.surface

    ColumnLayout {
        anchors { fill: parent; margins: Theme.s; topMargin: Theme.m; rightMargin: Theme.s + Theme.hair }
        spacing: Theme.s

        RowLayout {
            spacing: Theme.m
            Layout.leftMargin: rail.wide ? Theme.s : 0
            Layout.bottomMargin: Theme.s
            Layout.alignment: rail.wide ? Qt.AlignLeft : Qt.AlignHCenter
            AppMark {}
            AppText {
                visible: rail.wide
                text: rail.title
                font.pixelSize: Theme.title
                strong: true
                wrapMode: Text.NoWrap
            }
        }
        Flickable {
            contentHeight: items.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                id: items
                width: parent.width
                spacing: Theme.xs
                Repeater {
                    model: rail.places
                    NavigationItem {
                        required property PlaceEntry modelData
                        visible: modelData.offered
                        text: rail.wide ? modelData.title : modelData.shortTitle
                        glyph: modelData.glyph
                        badge: modelData.badge
                        wide: rail.wide
                        checked: rail.current === modelData.place
                        Layout.fillWidth: true
                        onClicked: rail.chosen(modelData.place)
                    }
                }
            }
        }
        ColumnLayout {
            visible: rail.wide && rail.userName.length > 0
            spacing: 0
            Layout.fillWidth: true
            Layout.margins: Theme.s
            AppText {
                text: rail.userName
                strong: true
                font.pixelSize: Theme.small
                elide: Text.ElideRight
                maximumLineCount: 2
                Layout.fillWidth: true
            }
            AppText {
                text: rail.roleText
                muted: true
                font.pixelSize: Theme.small
                elide: Text.ElideRight
                maximumLineCount: 2
                Layout.fillWidth: true
            }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.hair
        height: parent.height
        color: Theme.line
    }
}
