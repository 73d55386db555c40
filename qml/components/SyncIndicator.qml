import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// The one indicator of synchronisation, in every screen: an icon, a word, a colour. `text` is the word; where there is
// no room for it (`compact`), what waits is counted on the icon.
T.Button {
    id: control

    required property string phase // "unknown", "waiting", "sending", "fetching", "upToDate", "sent", "attention", "signIn", "portal"
    property bool ageing: false // what waits has waited for too long
    property bool compact: false
    property int count: 0

    readonly property string tone: phase === "upToDate" ? "done"
        : phase === "attention" || phase === "signIn" || phase === "portal" || ageing ? "error"
        : phase === "waiting" ? "waiting" : "neutral"
    readonly property string glyph: phase === "upToDate" ? Icons.cloudDone
        : phase === "unknown" ? Icons.cloudOff
        : phase === "waiting" ? Icons.cloudUpload
        : phase === "sending" || phase === "fetching" ? Icons.sync
        : phase === "sent" ? Icons.cloudQueue : Icons.syncProblem
    readonly property color ink: Theme.toneColor(tone)

    implicitHeight: Math.max(Theme.touch, label.implicitHeight + 2 * (inset + Theme.xs))
    // With its words; whoever has less room than that makes it compact, so that no word is ever cut.
    readonly property real wordsWidth: icon.width + Theme.s + label.implicitWidth + 2 * Theme.m
    implicitWidth: compact ? Theme.touch : wordsWidth
    readonly property int inset: 6
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Synchronisation: %1").arg(text)

    contentItem: Item {
        Icon {
            id: icon
            x: control.compact ? (parent.width - width) / 2 : Theme.m
            text: control.glyph
            color: control.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        AppText {
            id: label
            visible: !control.compact
            x: icon.x + icon.width + Theme.s
            width: parent.width - x - Theme.m
            text: control.text
            font.pixelSize: Theme.small
            strong: true
            color: control.ink
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            anchors.verticalCenter: parent.verticalCenter
        }
        CountBadge {
            visible: control.compact && control.count > 0
            count: control.count
            color: control.ink
            x: Math.min(icon.x + icon.width - Theme.s, parent.width - width)
            y: icon.y - Theme.s
        }
    }
    background: Item {
        Rectangle {
            anchors { fill: parent; topMargin: control.inset; bottomMargin: control.inset }
            radius: height / 2
            color: control.down || control.hovered ? Theme.pressed : Theme.toneGround(control.tone)
            border.width: Theme.sunlight ? Theme.hair : 0
            border.color: control.ink
            FocusRing {
                target: control
                radius: height / 2
            }
        }
    }
}
