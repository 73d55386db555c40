import QtQuick
import ThiDua.Theme

// A state as icon, word and colour. tone: "done", "waiting", "error", "brand", "gold", "neutral".
Rectangle {
    id: chip

    required property string text
    property string glyph: ""
    property string tone: "neutral"
    readonly property color ink: Theme.toneColor(tone)

    implicitWidth: icon.space + label.implicitWidth + 2 * Theme.s
    implicitHeight: label.implicitHeight + Theme.xs
    radius: Theme.xs
    color: Theme.toneGround(tone)
    border.width: Theme.sunlight ? Theme.hair : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: icon
        readonly property real space: visible ? width + Theme.xs : 0
        visible: chip.glyph.length > 0
        x: Theme.s
        text: chip.glyph
        size: Math.round(Theme.small * 1.15)
        color: chip.ink
        anchors.verticalCenter: parent.verticalCenter
    }
    AppText {
        id: label
        x: icon.x + icon.space
        width: Math.min(implicitWidth, chip.width - x - Theme.s)
        text: chip.text
        font.pixelSize: Theme.small
        strong: true
        color: chip.ink
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        anchors.verticalCenter: parent.verticalCenter
    }
}
