import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// What is looked for; textEdited also tells of the clearing.
T.TextField {
    id: control

    required property string label

    implicitWidth: 240
    implicitHeight: Math.max(Theme.touch, contentHeight + 2 * Theme.s)
    leftPadding: Theme.m + Theme.icon + Theme.s
    rightPadding: clearer.visible ? Theme.touch : Theme.m
    color: Theme.text
    selectionColor: Theme.brand
    selectedTextColor: Theme.inkOnBrand
    font.family: Theme.family
    font.pixelSize: Theme.body
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    inputMethodHints: Qt.ImhNoAutoUppercase
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true
    Accessible.name: label
    Keys.onEscapePressed: event => {
        event.accepted = length > 0
        empty()
    }

    function empty() {
        if (length === 0)
            return
        clear()
        textEdited()
    }

    background: FieldFrame { focused: control.activeFocus }

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
        Accessible.ignored: true
    }
    IconButton {
        id: clearer
        visible: control.length > 0
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        glyph: Icons.close
        ink: Theme.muted
        text: qsTr("Clear the search")
        onClicked: control.empty()
    }
}
