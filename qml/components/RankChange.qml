import QtQuick
import ThiDua.Theme

// Places gained (+) or lost (−) against the last period.
Row {
    id: control

    required property int change

    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: change > 0 ? qsTr("Up %1").arg(change) : change < 0 ? qsTr("Down %1").arg(-change) : qsTr("Unchanged")

    AppText {
        text: control.change > 0 ? "▲" : control.change < 0 ? "▼" : "–"
        font.pixelSize: Theme.small - 2
        color: control.change > 0 ? Theme.done : control.change < 0 ? Theme.error : Theme.muted
        anchors.verticalCenter: parent.verticalCenter
    }
    AppText {
        visible: control.change !== 0
        text: Math.abs(control.change)
        font.pixelSize: Theme.small
        color: control.change > 0 ? Theme.done : Theme.error
        anchors.verticalCenter: parent.verticalCenter
    }
}
