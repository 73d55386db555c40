import QtQuick
import ThiDua.Theme

// A message that stays until its cause is gone. tone: "neutral", "waiting", "error", "done", "brand".
Rectangle {
    id: banner

    required property string text
    property string detail: ""
    property string tone: "neutral"
    property string glyph: tone === "error" ? Icons.errorOutline : tone === "done" ? Icons.checkCircle
                           : tone === "waiting" ? Icons.schedule : Icons.info
    property string actionText: ""
    readonly property bool stacked: button.visible && width - button.implicitWidth - words.x < 210 * Theme.textScale
    readonly property real wordsHeight: words.height + (note.visible ? note.height : 0)

    signal action()

    implicitWidth: 320
    implicitHeight: stacked ? Theme.m + wordsHeight + button.height : Math.max(Theme.touch, wordsHeight + 2 * Theme.m - Theme.xs)
    radius: Theme.radius
    color: Theme.toneGround(tone)
    border.width: Theme.sunlight ? Theme.hair : 0
    border.color: Theme.toneColor(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: detail.length > 0 ? text + ". " + detail : text

    Icon {
        id: icon
        x: Theme.m
        y: words.y + (Math.round(Theme.body * 1.36) - height) / 2
        text: banner.glyph
        color: Theme.toneColor(banner.tone)
    }
    AppText {
        id: words
        x: icon.x + icon.width + Theme.m
        y: banner.stacked ? Theme.m - 2 : (banner.height - banner.wordsHeight) / 2
        width: banner.width - x - Theme.m - (button.visible && !banner.stacked ? button.width : 0)
        text: banner.text
        strong: banner.detail.length > 0
        Accessible.ignored: true
    }
    AppText {
        id: note
        visible: text.length > 0
        x: words.x
        y: words.y + words.height
        width: words.width
        text: banner.detail
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    ActionButton {
        id: button
        visible: text.length > 0
        x: banner.stacked ? words.x - leftPadding : banner.width - width - Theme.s
        y: banner.stacked ? words.y + banner.wordsHeight : (banner.height - height) / 2
        width: Math.min(implicitWidth, banner.width - words.x)
        tone: "quiet"
        text: banner.actionText
        onClicked: banner.action()
    }
}
