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
    readonly property alias input: input

    signal edited(string text)
    signal finished()

    onValueChanged: if (input.text !== value && !input.inputMethodComposing) input.text = value
    Component.onCompleted: input.text = value

    FontMetrics {
        id: metrics
        font: input.font
    }
    T.TextArea {
        id: input
        width: parent ? parent.width : implicitWidth
        implicitHeight: Math.max(Theme.touch, field.lines * metrics.height + topPadding + bottomPadding,
                                 contentHeight + topPadding + bottomPadding)
        leftPadding: Theme.m
        rightPadding: Theme.m
        topPadding: Theme.s + Theme.xs
        bottomPadding: Theme.s + Theme.xs
        readOnly: !field.editable
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        color: Theme.text
        selectionColor: Theme.brand
        selectedTextColor: Theme.inkOnBrand
        font.family: Theme.family
        font.pixelSize: Theme.body
        selectByMouse: true
        activeFocusOnTab: true
        Keys.priority: Keys.BeforeItem
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.spokenNote
        Accessible.multiLine: true
        Accessible.readOnly: readOnly
        // There is no textEdited for areas: only what differs from the model is news.
        onActiveFocusChanged: if (!activeFocus) field.finished()
        onTextChanged: if (text !== field.value) field.edited(text)

        background: FieldFrame {
            editable: field.editable
            focused: input.activeFocus
            faulty: field.shownError.length > 0
        }

        AppText {
            visible: input.length === 0 && !input.inputMethodComposing
            text: field.placeholder
            muted: true
            anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: input.leftPadding
                      rightMargin: input.rightPadding; topMargin: input.topPadding }
            Accessible.ignored: true
        }
    }
}
