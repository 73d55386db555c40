import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// A place of the app in the rail or the bottom bar. badge: what waits there, 0 for nothing.
T.TabButton {
    id: control

    required property string glyph
    property int badge: 0
    property bool wide: false // icon beside the word

    implicitWidth: wide ? 200 : 72
    implicitHeight: wide ? Theme.touch + Theme.s : Math.max(60, Theme.icon + Theme.small * 1.3 + 2 * Theme.s)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? qsTr("%1, %2 waiting").arg(text).arg(badge) : text
    Accessible.selected: checked

    contentItem: Item {
        Rectangle {
            visible: control.checked && !control.wide
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.s - 4
            width: 56
            height: Theme.icon + 8
            radius: height / 2
            color: Theme.brandGround
        }
        Icon {
            id: icon
            text: control.glyph
            color: control.checked ? Theme.brandText : Theme.muted
            x: control.wide ? Theme.m : (parent.width - width) / 2
            y: control.wide ? (parent.height - height) / 2 : Theme.s
        }
        AppText {
            text: control.text
            font.pixelSize: control.wide ? Theme.body : Math.min(Theme.small, 18)
            strong: control.checked
            color: control.checked ? Theme.brandText : Theme.muted
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            lineHeight: 1.0
            horizontalAlignment: control.wide ? Text.AlignLeft : Text.AlignHCenter
            x: control.wide ? icon.x + icon.width + Theme.m : 0
            width: parent.width - x
            y: control.wide ? (parent.height - height) / 2 : icon.y + icon.height + 5
        }
        Rectangle {
            visible: control.badge > 0
            x: icon.x + icon.width - 6
            y: icon.y - 6
            height: count.implicitHeight
            width: Math.max(height, count.implicitWidth + Theme.s)
            radius: height / 2
            color: Theme.error
            AppText {
                id: count
                anchors.centerIn: parent
                text: control.badge > 99 ? "99+" : control.badge
                font.pixelSize: Theme.small
                lineHeight: 1.0
                strong: true
                color: Theme.dark ? Theme.inkOnGold : Theme.inkOnBrand
            }
        }
    }
    background: Rectangle {
        color: control.checked && control.wide ? Theme.brandGround : control.down || control.hovered ? Theme.pressed : "transparent"
        radius: control.wide ? Theme.radius : 0
        FocusRing { target: control }
    }
}
