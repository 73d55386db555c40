import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

T.Switch {
    id: control

    property string supporting: ""

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch + Theme.s, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.s
    leftPadding: Theme.m
    rightPadding: Theme.m
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: supporting
    Accessible.checked: checked

    contentItem: Column {
        AppText {
            text: control.text
            width: parent.width - 52 - Theme.m
        }
        AppText {
            visible: text.length > 0
            text: control.supporting
            muted: true
            font.pixelSize: Theme.small
            width: parent.width - 52 - Theme.m
        }
    }
    indicator: Rectangle {
        x: control.width - width - control.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        width: 52
        height: 30
        radius: 15
        color: control.checked ? Theme.done : Theme.sunken
        border.width: Theme.hair
        border.color: control.checked ? Theme.done : Theme.muted
        Rectangle {
            x: control.checked ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: 22
            height: 22
            radius: 11
            color: control.checked ? Theme.surface : Theme.muted
            Behavior on x { NumberAnimation { duration: Theme.quick } }
        }
    }
    background: Rectangle {
        color: control.down ? Theme.pressed : "transparent"
        FocusRing { target: control }
    }
}
