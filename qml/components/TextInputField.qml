import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// One line of text. `value` is what the model holds; `edited` tells of every change, but of nothing that an input
// method is still composing.
FormField {
    id: field

    property string value: ""
    property string placeholder: ""
    property bool editable: true
    property bool secret: false
    property bool alignRight: false
    property string suffix: ""
    property int hints: Qt.ImhNone
    property alias trailing: ends.data // a button at the end of the box
    readonly property alias input: input
    readonly property real endsWidth: Math.max(0, ends.width - Theme.s)

    signal edited(string text)
    signal accepted()
    signal finished()

    // Writing back what was just typed would move the cursor and break the composition.
    onValueChanged: if (input.text !== value && !input.inputMethodComposing) input.text = value
    Component.onCompleted: input.text = value

    T.TextField {
        id: input
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding)
        leftPadding: Theme.m
        rightPadding: Theme.m + (suffixText.visible ? suffixText.width + Theme.s : 0)
                      + field.endsWidth
        topPadding: Theme.s
        bottomPadding: Theme.s
        readOnly: !field.editable
        echoMode: field.secret ? TextInput.Password : TextInput.Normal
        inputMethodHints: field.hints
        horizontalAlignment: field.alignRight ? TextInput.AlignRight : TextInput.AlignLeft
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        selectionColor: Theme.brand
        selectedTextColor: Theme.inkOnBrand
        font.family: Theme.family
        font.pixelSize: Theme.body
        selectByMouse: true
        autoScroll: activeFocus // else a long value is read from its beginning
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        // Qt 6.4 keeps the name of a password field to itself.
        Accessible.description: field.secret ? field.label + " " + field.spokenNote : field.spokenNote
        Accessible.readOnly: readOnly
        Accessible.passwordEdit: field.secret
        onTextEdited: field.edited(text)
        onAccepted: field.accepted()
        onActiveFocusChanged: if (!activeFocus) field.finished()

        background: FieldFrame {
            editable: field.editable
            focused: input.activeFocus
            faulty: field.shownError.length > 0
        }

        AppText {
            visible: input.length === 0 && !input.inputMethodComposing
            text: field.placeholder
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                      leftMargin: input.leftPadding; rightMargin: input.rightPadding }
            horizontalAlignment: field.alignRight ? Text.AlignRight : Text.AlignLeft
            Accessible.ignored: true
        }
        AppText {
            id: suffixText
            visible: text.length > 0
            width: Math.min(implicitWidth, input.width * 0.4)
            text: field.suffix
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            anchors { right: parent.right; rightMargin: Theme.m + field.endsWidth
                      verticalCenter: parent.verticalCenter }
        }
        Row {
            id: ends
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        }
    }
}
