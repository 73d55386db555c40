import QtQuick
import ThiDua.Theme

// A state as icon, word and colour. tone: "done", "waiting", "error", "brand", "gold", "neutral".
Rectangle {
    id: chip

    required property string text
    property string glyph: ""
    property string tone: "neutral"

    implicitWidth: row.implicitWidth + 2 * Theme.s
    implicitHeight: row.implicitHeight + Theme.xs
    radius: Theme.xs
    color: Theme.toneGround(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.xs
        Icon {
            visible: chip.glyph.length > 0
            text: chip.glyph
            size: Theme.small + 2
            color: Theme.toneColor(chip.tone)
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            text: chip.text
            font.pixelSize: Theme.small
            strong: true
            color: Theme.toneColor(chip.tone)
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
