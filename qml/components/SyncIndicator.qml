import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ThiDua.Theme

// The one indicator of synchronisation, in every screen. `tone` and `glyph` come from the phase; the words are given.
T.Button {
    id: control

    required property string phase // "unknown", "waiting", "sending", "fetching", "upToDate", "attention", "signIn", "portal"
    property bool ageing: false
    property bool compact: false

    readonly property string tone: phase === "upToDate" ? "done"
        : phase === "attention" || phase === "signIn" || phase === "portal" || ageing ? "error"
        : phase === "waiting" ? "waiting" : "neutral"
    readonly property string glyph: phase === "upToDate" ? Icons.cloudDone
        : phase === "unknown" ? Icons.cloudOff
        : phase === "waiting" ? Icons.cloudUpload
        : phase === "sending" || phase === "fetching" ? Icons.sync : Icons.syncProblem

    implicitHeight: Theme.touch
    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: Theme.s + Theme.xs
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Synchronisation: %1").arg(text)

    contentItem: RowLayout {
        spacing: Theme.s
        Icon {
            text: control.glyph
            color: Theme.toneColor(control.tone)
        }
        AppText {
            visible: !control.compact
            text: control.text
            font.pixelSize: Theme.small
            strong: true
            color: Theme.toneColor(control.tone)
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.maximumWidth: 260
        }
    }
    background: Rectangle {
        anchors.fill: parent
        anchors.topMargin: 6
        anchors.bottomMargin: 6
        radius: height / 2
        color: control.down ? Theme.pressed : Theme.toneGround(control.tone)
        FocusRing { target: control }
    }
}
