import QtQuick
import ThiDua.Theme

// Places gained (+) or lost (−) against the last period: an arrow and a number, spoken as words.
Row {
    id: control

    required property int change
    readonly property color ink: change > 0 ? Theme.done : change < 0 ? Theme.error : Theme.muted

    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: change > 0 ? qsTr("Up %1").arg(change) : change < 0 ? qsTr("Down %1").arg(-change) : qsTr("Unchanged")

    Icon {
        text: control.change > 0 ? Icons.arrowDropUp : control.change < 0 ? Icons.arrowDropDown : Icons.remove
        size: Math.round(control.change === 0 ? Theme.small : Theme.small * 1.4)
        color: control.ink
        anchors.verticalCenter: parent.verticalCenter
    }
    AppText {
        visible: control.change !== 0
        text: Math.abs(control.change)
        font.pixelSize: Theme.small
        color: control.ink
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
