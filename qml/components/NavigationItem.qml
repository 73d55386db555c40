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
    implicitHeight: wide ? Math.max(Theme.touch, label.implicitHeight + 2 * Theme.s)
                         : Math.max(60, label.y + label.implicitHeight + Theme.s)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? qsTr("%1, %2 waiting").arg(text).arg(badge) : text
    Accessible.selected: checked

    contentItem: Item {
        Rectangle {
            visible: control.checked && !control.wide
            anchors.centerIn: icon
            width: Theme.icon + 2 * Theme.m + 2
            height: Theme.icon + Theme.s
            radius: height / 2
            color: Theme.brandGround
            border.width: Theme.sunlight ? Theme.hair : 0
            border.color: Theme.brandText
        }
        Icon {
            id: icon
            text: control.glyph
            color: control.checked ? Theme.brandText : Theme.muted
            x: control.wide ? Theme.m : (parent.width - width) / 2
            y: control.wide ? (parent.height - height) / 2 : Theme.s + 2
        }
        AppText {
            id: label
            text: control.text
            font.pixelSize: control.wide ? Theme.body : Math.min(Theme.small, 17) // five of them stand on a phone
            strong: control.checked
            color: control.checked ? Theme.brandText : Theme.text
            maximumLineCount: 2
            wrapMode: Text.WordWrap
            // Two words break into two lines; a single one that is too long grows smaller.
            fontSizeMode: control.wide || text.indexOf(" ") > 0 ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: 11
            elide: Text.ElideRight
            horizontalAlignment: control.wide ? Text.AlignLeft : Text.AlignHCenter
            x: control.wide ? icon.x + icon.width + Theme.m : 0
            width: parent.width - x - (control.wide ? Theme.s : 0)
            y: control.wide ? (parent.height - height) / 2 : icon.y + icon.height + Theme.xs
        }
        CountBadge {
            visible: control.badge > 0
            count: control.badge
            x: Math.min(icon.x + icon.width - Theme.s, parent.width - width)
            y: icon.y - Theme.s
        }
    }
    background: Rectangle {
        color: control.checked && control.wide ? Theme.brandGround
               : control.down || control.hovered ? Theme.pressed : "transparent"
        radius: Theme.radius
        border.width: Theme.sunlight && control.checked && control.wide ? Theme.hair : 0
        border.color: Theme.brandText
        FocusRing {
            target: control
            anchors.margins: 2
            radius: Theme.radius
        }
    }
}
