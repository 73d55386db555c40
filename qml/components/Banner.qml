import QtQuick
import QtQuick.Layouts
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

    signal action()

    implicitHeight: layout.implicitHeight + 2 * Theme.s
    radius: Theme.radius
    color: Theme.toneGround(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: detail.length > 0 ? text + ". " + detail : text

    RowLayout {
        id: layout
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.m; rightMargin: Theme.s }
        spacing: Theme.m
        Icon {
            text: banner.glyph
            color: Theme.toneColor(banner.tone)
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.xs
        }
        Column {
            topPadding: Theme.xs
            bottomPadding: Theme.xs
            Layout.fillWidth: true
            AppText {
                width: parent.width
                text: banner.text
                strong: banner.detail.length > 0
            }
            AppText {
                visible: text.length > 0
                width: parent.width
                text: banner.detail
                font.pixelSize: Theme.small
            }
        }
        ActionButton {
            visible: text.length > 0
            tone: "quiet"
            text: banner.actionText
            onClicked: banner.action()
        }
    }
}
