import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// One line of text. `value` is what the model holds; `edited` tells of every change, also while composing.
FormField {
    id: field

    property string value: ""
    property string placeholder: ""
    property bool editable: true
    property bool secret: false
    property bool alignRight: false
    property string suffix: ""
    property int hints: Qt.ImhNone
    readonly property alias input: input

    signal edited(string text)
    signal accepted()

    // Writing back what was just typed would move the cursor and break composition.
    onValueChanged: if (input.text !== value && !input.inputMethodComposing) input.text = value
    Component.onCompleted: input.text = value

    T.TextField {
        id: input
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding)
        leftPadding: Theme.m
        rightPadding: Theme.m + (suffixText.visible ? suffixText.width + Theme.s : 0)
        topPadding: Theme.s
        bottomPadding: Theme.s
        readOnly: !field.editable
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        inputMethodHints: field.hints
        horizontalAlignment: field.alignRight ? TextInput.AlignRight : TextInput.AlignLeft
        verticalAlignment: TextInput.AlignVCenter
        color: field.editable ? Theme.text : Theme.muted
        selectionColor: Theme.brand
        selectedTextColor: Theme.inkOnBrand
        placeholderTextColor: Theme.muted
        font.family: Theme.family
        font.pixelSize: Theme.body
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.error.length > 0 ? field.error : field.help
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()

        AppText {
            visible: input.length === 0 && !input.inputMethodComposing
            text: field.placeholder
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                      leftMargin: input.leftPadding; rightMargin: input.rightPadding }
            horizontalAlignment: field.alignRight ? Text.AlignRight : Text.AlignLeft
        }
        AppText {
            id: suffixText
            visible: text.length > 0
            text: field.suffix
            muted: true
            wrapMode: Text.NoWrap
            anchors { right: parent.right; rightMargin: Theme.m; verticalCenter: parent.verticalCenter }
        }
        background: Rectangle {
            radius: Theme.radius
            color: field.editable ? Theme.surface : Theme.sunken
            border.width: input.activeFocus ? 2 : Theme.hair
            border.color: field.error.length > 0 ? Theme.error : input.activeFocus ? Theme.focus : Theme.line
        }
    }
}
