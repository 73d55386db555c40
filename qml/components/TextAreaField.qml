import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// Several lines of text; grows with its content.
FormField {
    id: field

    property string value: ""
    property string placeholder: ""
    property bool editable: true
    property int lines: 3

    signal edited(string text)

    onValueChanged: if (input.text !== value && !input.inputMethodComposing) input.text = value
    Component.onCompleted: input.text = value

    T.TextArea {
        id: input
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(field.lines * Theme.body * 1.4 + 2 * Theme.s, contentHeight + 2 * Theme.s)
        leftPadding: Theme.m
        rightPadding: Theme.m
        topPadding: Theme.s
        bottomPadding: Theme.s
        readOnly: !field.editable
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        color: field.editable ? Theme.text : Theme.muted
        selectionColor: Theme.brand
        selectedTextColor: Theme.inkOnBrand
        font.family: Theme.family
        font.pixelSize: Theme.body
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.multiLine: true
        // textEdited does not exist for areas: only what differs from the model is news.
        onTextChanged: if (text !== field.value) field.edited(text)

        AppText {
            visible: input.length === 0 && !input.inputMethodComposing
            text: field.placeholder
            muted: true
            anchors { left: parent.left; right: parent.right; top: parent.top
                      leftMargin: Theme.m; rightMargin: Theme.m; topMargin: Theme.s }
        }
        background: Rectangle {
            radius: Theme.radius
            color: field.editable ? Theme.surface : Theme.sunken
            border.width: input.activeFocus ? 2 : Theme.hair
            border.color: field.error.length > 0 ? Theme.error : input.activeFocus ? Theme.focus : Theme.line
        }
    }
}
