import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The council's own points, beside the others and never over them.
Card {
    id: part

    required property ReportEditor editor
    required property bool mayWrite

    contentItem: Column {
        spacing: Theme.m
        SectionTitle {
            text: qsTr("Decision of the council")
            width: parent.width
        }
        NumberField {
            label: qsTr("Council's points")
            value: part.editor.councilText
            error: part.editor.councilError
            editable: part.mayWrite
            width: parent.width
            onEdited: text => part.editor.councilText = text
        }
        TextAreaField {
            label: qsTr("Reason")
            value: part.editor.councilReason
            editable: part.mayWrite
            lines: 2
            width: parent.width
            onEdited: text => part.editor.councilReason = text
        }
        ActionButton {
            width: Math.min(implicitWidth, parent.width)
            visible: part.mayWrite
            tone: "primary"
            text: qsTr("Decide")
            glyph: Icons.gavel
            enabled: part.editor.canDecide
            onClicked: part.editor.decide()
        }
    }
}
