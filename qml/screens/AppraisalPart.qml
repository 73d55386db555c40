import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The block's appraisal of a submitted report.
Card {
    id: part

    required property ReportEditor editor
    required property bool mayWrite

    contentItem: ColumnLayout {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("Appraisal by the block")
            Layout.fillWidth: true
        }
        TextInputField {
            label: qsTr("Appraised points")
            value: part.editor.appraisalText
            error: part.editor.appraisalError
            editable: part.mayWrite
            alignRight: true
            hints: Qt.ImhFormattedNumbersOnly
            Layout.fillWidth: true
            onEdited: text => part.editor.appraisalText = text
        }
        TextAreaField {
            label: qsTr("Reason")
            help: qsTr("Needed when the points differ from the unit's own, and for a return.")
            value: part.editor.appraisalReason
            editable: part.mayWrite
            lines: 2
            Layout.fillWidth: true
            onEdited: text => part.editor.appraisalReason = text
        }
        RowLayout {
            visible: part.mayWrite
            spacing: Theme.s
            ActionButton {
                text: qsTr("Return for correction")
                glyph: Icons.assignmentReturn
                enabled: part.editor.canAppraise
                onClicked: part.editor.returnReport(part.editor.appraisalReason)
            }
            ActionButton {
                tone: "primary"
                text: qsTr("Appraise")
                glyph: Icons.assignmentTurnedIn
                enabled: part.editor.canAppraise
                onClicked: part.editor.appraise()
            }
        }
    }
}
