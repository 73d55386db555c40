import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// tone: "primary" (the one main action of a screen), "secondary", "quiet", "danger". A text that is too long for the
// place breaks into lines.
T.Button {
    id: control

    property string tone: "secondary"
    property string glyph: ""
    readonly property color ink: tone === "primary" ? Theme.inkOnBrand
                                 : tone === "danger" ? Theme.error
                                 : tone === "quiet" ? Theme.brandText : Theme.text

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: tone === "quiet" ? Theme.s : glyph.length > 0 ? Theme.m - 2 : Theme.m + 2
    rightPadding: tone === "quiet" ? Theme.s : Theme.m + 2
    topPadding: Theme.xs
    bottomPadding: Theme.xs
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        implicitWidth: icon.space + natural.implicitWidth
        implicitHeight: Math.max(icon.height, label.implicitHeight)

        Icon {
            id: icon
            readonly property real space: visible ? width + Theme.s : 0
            visible: control.glyph.length > 0
            text: control.glyph
            color: control.ink
            x: (parent.width - space - label.width) / 2
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText { // how wide the text would like to be; a text that wraps does not know
            id: natural
            visible: false
            text: control.text
            strong: true
            wrapMode: Text.NoWrap
        }
        AppText {
            id: label
            x: icon.x + icon.space
            width: Math.min(natural.implicitWidth, parent.width - icon.space)
            text: control.text
            strong: true
            color: control.ink
            Accessible.ignored: true
            maximumLineCount: 3
            elide: Text.ElideRight
            horizontalAlignment: icon.visible ? Text.AlignLeft : Text.AlignHCenter
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    background: Rectangle {
        readonly property bool outlined: control.tone === "secondary" || control.tone === "danger"
        radius: Theme.radius
        color: control.tone === "primary" ? (control.down ? Theme.brandPressed : Theme.brand)
               : control.down || control.hovered ? Theme.pressed
               : outlined ? Theme.surface : "transparent"
        border.width: outlined ? Theme.hair : 0
        border.color: control.tone === "danger" ? Theme.error : Theme.edge
        FocusRing { target: control }
    }
}
