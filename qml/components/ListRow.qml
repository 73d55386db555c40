import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Theme

// One line of a list: title, what supports it, and at the right a chip or a value. Shows and signals, no more.
T.ItemDelegate {
    id: control

    property string supporting: ""
    property string glyph: ""
    property string value: ""
    property bool chosen: false
    property bool divided: true
    default property alias trailing: trailingRow.data

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch + Theme.s, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.m
    rightPadding: Theme.m
    topPadding: Theme.s
    bottomPadding: Theme.s
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: text + (supporting.length > 0 ? ", " + supporting : "") + (value.length > 0 ? ", " + value : "")
    Accessible.onPressAction: clicked()

    contentItem: RowLayout {
        spacing: Theme.m
        Icon {
            visible: control.glyph.length > 0
            text: control.glyph
            color: Theme.muted
            Layout.alignment: Qt.AlignVCenter
        }
        Column {
            Layout.fillWidth: true
            AppText {
                width: parent.width
                text: control.text
                strong: control.chosen
                maximumLineCount: 3
                elide: Text.ElideRight
            }
            AppText {
                visible: text.length > 0
                width: parent.width
                text: control.supporting
                muted: true
                font.pixelSize: Theme.small
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        AppText {
            visible: text.length > 0
            text: control.value
            strong: true
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignRight
        }
        Row {
            id: trailingRow
            spacing: Theme.s
            visible: children.length > 0
            Layout.alignment: Qt.AlignVCenter
        }
    }
    background: Rectangle {
        color: control.chosen ? Theme.brandGround : control.down || control.hovered ? Theme.pressed : "transparent"
        Rectangle {
            visible: control.chosen
            width: 3
            height: parent.height
            color: Theme.brand
        }
        Rectangle {
            visible: control.divided
            anchors.bottom: parent.bottom
            x: control.leftPadding
            width: parent.width - x
            height: Theme.hair
            color: Theme.line
        }
        Rectangle {
            anchors.fill: parent
            visible: control.visualFocus
            color: "transparent"
            border.width: 2
            border.color: Theme.focus
        }
    }
}
