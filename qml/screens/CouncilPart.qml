import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The council's own points, beside the others and never over them.
Card {
    id: part

    required property ReportEditor editor
    required property bool mayWrite

    contentItem: ColumnLayout {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("Decision of the council")
            Layout.fillWidth: true
        }
        TextInputField {
            label: qsTr("Council's points")
            value: part.editor.councilText
            error: part.editor.councilError
            editable: part.mayWrite
            alignRight: true
            hints: Qt.ImhFormattedNumbersOnly
            Layout.fillWidth: true
            onEdited: text => part.editor.councilText = text
        }
        TextAreaField {
            label: qsTr("Reason")
            value: part.editor.councilReason
            editable: part.mayWrite
            lines: 2
            Layout.fillWidth: true
            onEdited: text => part.editor.councilReason = text
        }
        ActionButton {
            visible: part.mayWrite
            tone: "primary"
            text: qsTr("Decide")
            glyph: Icons.gavel
            enabled: part.editor.canDecide
            onClicked: part.editor.decide()
        }
    }
}
