import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// Something that is on or off, at once.
T.Switch {
    id: control

    property string supporting: ""
    property string glyph: ""
    property bool divided: false

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch + Theme.s, implicitContentHeight + topPadding + bottomPadding)
    topPadding: Theme.s
    bottomPadding: Theme.s
    leftPadding: Theme.m
    rightPadding: Theme.m
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: supporting
    Accessible.checked: checked

    contentItem: Item {
        implicitHeight: title.height + (detail.visible ? detail.height : 0)
        Icon {
            id: icon
            visible: control.glyph.length > 0
            y: (parent.height - height) / 2
            text: control.glyph
            color: Theme.muted
        }
        AppText {
            id: title
            x: icon.visible ? icon.width + Theme.m : 0
            y: (parent.height - parent.implicitHeight) / 2
            width: parent.width - x - track.implicitWidth - Theme.m
            text: control.text
            Accessible.ignored: true
        }
        AppText {
            id: detail
            visible: text.length > 0
            x: title.x
            y: title.y + title.height
            width: title.width
            text: control.supporting
            muted: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    indicator: Rectangle {
        id: track
        x: control.width - width - control.rightPadding
        y: (control.height - height) / 2
        implicitWidth: 52
        implicitHeight: 30
        radius: height / 2
        color: control.checked ? Theme.done : Theme.sunken
        border.width: 2
        border.color: control.checked ? Theme.done : Theme.edge
        Rectangle {
            x: control.checked ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 22
            height: 22
            radius: 11
            color: control.checked ? Theme.surface : Theme.edge
            Behavior on x { NumberAnimation { duration: Theme.quick } }
            Icon {
                visible: control.checked
                anchors.centerIn: parent
                text: Icons.check
                size: 18
                color: Theme.done
            }
        }
    }
    background: Rectangle {
        color: control.down || control.hovered ? Theme.pressed : "transparent"
        Rectangle {
            visible: control.divided
            anchors.bottom: parent.bottom
            x: control.leftPadding
            width: parent.width - x
            height: Theme.hair
            color: Theme.line
        }
        FocusRing {
            target: control
            anchors.margins: 2
            radius: Theme.radius
        }
    }
}
