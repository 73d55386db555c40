import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

T.AbstractButton {
    id: control

    required property string spoken
    property bool current: false // the keyboard stands here
    property bool chosen: false
    property bool today: false

    implicitWidth: Theme.touch
    implicitHeight: Math.max(Theme.touch, Math.round(Theme.body * 1.8))
    focusPolicy: Qt.NoFocus // the calendar has it
    Accessible.role: Accessible.Button
    Accessible.name: today ? qsTr("%1, today").arg(spoken) : spoken

    contentItem: AppText {
        text: control.text
        font.pixelSize: Math.min(Theme.body, control.width / 2.2) // seven days share a phone's width
        strong: control.chosen || control.today
        color: control.chosen ? Theme.inkOnBrand : control.today ? Theme.brandText : Theme.text
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }
    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Math.min(parent.width, parent.height) - Theme.xs
            height: width
            radius: width / 2
            color: control.chosen ? Theme.brand : control.down || control.hovered ? Theme.pressed : "transparent"
            border.width: control.current ? 2 : control.today ? Theme.hair : 0
            border.color: control.current ? Theme.focus : Theme.brandText
        }
    }
}
