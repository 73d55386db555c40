pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The form of a record of the year; its actions stay in reach of the thumb.
Item {
    id: view

    required property YearEditor editor

    signal leave()
    signal saved(string kindName, string recordId)

    Connections {
        target: view.editor
        function onSaved(kindName: string, recordId: string) { view.saved(kindName, recordId) }
        function onProblem(text: string) { toast.show(text) }
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageColumn {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AppText {
                text: view.editor.title
                font.pixelSize: Theme.heading
                strong: true
                width: parent.width
            }
            Banner {
                visible: text.length > 0
                tone: "error"
                text: view.editor.errorText
                width: parent.width
            }
            Repeater {
                model: view.editor.fields
                YearEntryField {
                    required property var modelData
                    told: modelData
                    error: view.editor.errors[modelData.key] ?? ""
                    width: parent.width
                    onEdited: text => view.editor.enter(modelData.key, text)
                }
            }
        }
        Rectangle {
            color: Theme.line
            implicitHeight: Theme.hair
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.s
            Layout.margins: Theme.s
            Layout.alignment: Qt.AlignRight
            ActionButton {
                text: qsTr("Do not save")
                onClicked: view.leave()
            }
            ActionButton {
                objectName: "saveYear"
                tone: "primary"
                text: qsTr("Save")
                glyph: Icons.save
                enabled: !view.editor.busy && !view.editor.loading
                onClicked: view.editor.save()
            }
        }
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: view.visible
        onActivated: view.editor.save()
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 96 }
    }
}
