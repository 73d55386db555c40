import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What can be done with the form, always in reach of the thumb, and what is missing before it can be submitted.
Rectangle {
    id: bar

    required property ReportEditor editor

    implicitHeight: layout.implicitHeight + 2 * Theme.s
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    GridLayout {
        id: layout
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: Theme.m; rightMargin: Theme.m }
        columns: width >= 560 ? 2 : 1
        columnSpacing: Theme.m
        rowSpacing: Theme.xs

        AppText {
            text: bar.editor.submitHint.length > 0 ? bar.editor.submitHint : bar.editor.draftText
            font.pixelSize: Theme.small
            muted: true
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.s
            Layout.fillWidth: layout.columns === 1
            ActionButton {
                text: qsTr("Save")
                glyph: Icons.save
                enabled: bar.editor.changed
                Layout.fillWidth: layout.columns === 1
                onClicked: bar.editor.save()
            }
            ActionButton {
                tone: "primary"
                text: qsTr("Submit")
                glyph: Icons.send
                enabled: bar.editor.canSubmit
                Layout.fillWidth: layout.columns === 1
                onClicked: bar.editor.submit()
            }
        }
    }
}
