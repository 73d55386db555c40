import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The block's appraisal of a submitted report.
Card {
    id: part

    required property ReportEditor editor
    required property bool mayWrite

    contentItem: Column {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("Appraisal by the block")
            width: parent.width
        }
        NumberField {
            label: qsTr("Appraised points")
            value: part.editor.appraisalText
            error: part.editor.appraisalError
            editable: part.mayWrite
            width: parent.width
            onEdited: text => part.editor.appraisalText = text
        }
        TextAreaField {
            label: qsTr("Reason")
            help: qsTr("Needed when the points differ from the unit's own, and for a return.")
            value: part.editor.appraisalReason
            editable: part.mayWrite
            lines: 2
            width: parent.width
            onEdited: text => part.editor.appraisalReason = text
        }
        Flow {
            visible: part.mayWrite
            spacing: Theme.s
            width: parent.width
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Return for correction")
                glyph: Icons.assignmentReturn
                enabled: part.editor.canReturn
                onClicked: part.editor.returnReport(part.editor.appraisalReason)
            }
            ActionButton {
                width: Math.min(implicitWidth, parent.width)
                tone: "primary"
                text: qsTr("Appraise")
                glyph: Icons.assignmentTurnedIn
                enabled: part.editor.canAppraise
                onClicked: part.editor.appraise()
            }
        }
    }
}
