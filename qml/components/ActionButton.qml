import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// tone: "primary" (the one main action of a screen), "secondary", "quiet", "danger".
T.Button {
    id: control

    property string tone: "secondary"
    property string glyph: ""
    readonly property color ink: tone === "primary" ? Theme.inkOnBrand
                                 : tone === "danger" ? Theme.error
                                 : tone === "quiet" ? Theme.brandText : Theme.text

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: tone === "quiet" ? Theme.s : Theme.m
    rightPadding: leftPadding
    topPadding: Theme.s
    bottomPadding: Theme.s
    opacity: enabled ? 1 : 0.5
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Row {
        spacing: Theme.s
        Icon {
            visible: control.glyph.length > 0
            text: control.glyph
            color: control.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            text: control.text
            strong: true
            color: control.ink
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.tone === "primary" ? (control.down ? Qt.darker(Theme.brand, 1.15) : Theme.brand)
               : control.down ? Theme.pressed
               : control.tone === "quiet" ? "transparent" : Theme.surface
        border.width: control.tone === "secondary" || control.tone === "danger" ? Theme.hair : 0
        border.color: control.tone === "danger" ? Theme.error : Theme.line
        FocusRing { target: control }
    }
}
