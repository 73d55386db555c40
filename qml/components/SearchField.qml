import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

T.TextField {
    id: control

    required property string label

    implicitWidth: 240
    implicitHeight: Math.max(Theme.touch, contentHeight + 2 * Theme.s)
    leftPadding: Theme.m + Theme.icon + Theme.s
    rightPadding: clear.visible ? Theme.touch : Theme.m
    color: Theme.text
    selectionColor: Theme.brand
    selectedTextColor: Theme.inkOnBrand
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    inputMethodHints: Qt.ImhNoAutoUppercase
    Accessible.role: Accessible.EditableText
    Accessible.name: label

    Icon {
        x: Theme.m
        anchors.verticalCenter: parent.verticalCenter
        text: Icons.search
        color: Theme.muted
    }
    AppText {
        visible: control.length === 0 && !control.inputMethodComposing
        x: control.leftPadding
        width: control.width - x - control.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        text: control.label
        muted: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
    IconButton {
        id: clear
        visible: control.length > 0
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        glyph: Icons.close
        text: qsTr("Clear the search")
        onClicked: control.clear()
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? 2 : Theme.hair
        border.color: control.activeFocus ? Theme.focus : Theme.line
    }
}
