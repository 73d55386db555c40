import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What can be done with the form, always in reach of the thumb, and what is missing before it can be submitted.
Rectangle {
    id: bar

    required property ReportEditor editor
    readonly property real half: (width - 2 * Theme.m - Theme.s) / 2
    readonly property bool stacked: width < 560 * Theme.textScale

    readonly property bool narrow: stacked && half < 150 * Theme.textScale

    implicitHeight: (stacked && hint.visible ? hint.height + Theme.xs : 0)
                    + Math.max(save.implicitHeight, submit.implicitHeight) + 2 * Theme.s
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    AppText {
        id: hint
        visible: text.length > 0
        x: Theme.m
        y: bar.stacked ? Theme.s : (bar.height - height) / 2
        width: bar.stacked ? bar.width - 2 * Theme.m : save.x - x - Theme.m
        text: bar.editor.submitHint.length > 0 ? bar.editor.submitHint : bar.editor.draftText
        font.pixelSize: Theme.small
        muted: true
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    ActionButton {
        id: save
        anchors { right: submit.left; rightMargin: Theme.s; bottom: parent.bottom; bottomMargin: Theme.s }
        width: bar.stacked ? bar.half : implicitWidth
        text: qsTr("Save")
        glyph: bar.narrow ? "" : Icons.save
        enabled: bar.editor.canSave
        onClicked: bar.editor.save()
    }
    ActionButton {
        id: submit
        anchors { right: parent.right; rightMargin: Theme.m; bottom: parent.bottom; bottomMargin: Theme.s }
        width: bar.stacked ? bar.half : implicitWidth
        tone: "primary"
        text: qsTr("Submit")
        glyph: bar.narrow ? "" : Icons.send
        enabled: bar.editor.canSubmit
        onClicked: bar.editor.submit()
    }
}
