pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme

Rectangle {
    id: rail

    required property var places
    required property int current
    required property string userName
    required property string roleText
    property bool wide: false

    signal chosen(int place)

    implicitWidth: wide ? 248 : 104
    color: Theme.surface

    ColumnLayout {
        anchors { fill: parent; margins: Theme.s; topMargin: Theme.m }
        spacing: Theme.xs

        RowLayout {
            spacing: Theme.m
            Layout.leftMargin: rail.wide ? Theme.s : 0
            Layout.bottomMargin: Theme.m
            Layout.alignment: rail.wide ? Qt.AlignLeft : Qt.AlignHCenter
            Rectangle {
                implicitWidth: 40
                implicitHeight: 40
                radius: 10
                color: Theme.brand
                Icon {
                    anchors.centerIn: parent
                    text: Icons.flag
                    color: Theme.gold
                }
            }
            AppText {
                visible: rail.wide
                text: qsTr("ThiDua")
                font.pixelSize: Theme.title
                strong: true
            }
        }
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
        Item { Layout.fillHeight: true }
        ColumnLayout {
            visible: rail.wide
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
