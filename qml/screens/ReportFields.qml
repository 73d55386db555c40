import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What the unit enters. Every change goes to the editor, which keeps it as a draft at once.
Card {
    id: card

    required property ReportEditor editor

    contentItem: ColumnLayout {
        spacing: Theme.m

        GridLayout {
            columns: width >= 480 ? 2 : 1
            columnSpacing: Theme.m
            rowSpacing: Theme.m
            Layout.fillWidth: true

            TextInputField {
                label: qsTr("Result")
                value: card.editor.valueText
                error: card.editor.valueError
                help: (card.editor.targetText.length > 0 ? qsTr("Target: %1").arg(card.editor.targetText) : "")
                      + (card.editor.targetText.length > 0 && card.editor.previousText.length > 0 ? " · " : "")
                      + (card.editor.previousText.length > 0 ? qsTr("Last period: %1").arg(card.editor.previousText) : "")
                suffix: card.editor.measure
                editable: card.editor.editable
                alignRight: true
                hints: Qt.ImhFormattedNumbersOnly
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                onEdited: text => card.editor.valueText = text
            }
            TextInputField {
                label: qsTr("Self-scored points")
                value: card.editor.scoreText
                error: card.editor.scoreError
                help: card.editor.maxText
                editable: card.editor.editable
                alignRight: true
                hints: Qt.ImhFormattedNumbersOnly
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                onEdited: text => card.editor.scoreText = text
            }
        }
        TextAreaField {
            label: qsTr("Explanation")
            placeholder: qsTr("How the result was reached; which documents prove it")
            value: card.editor.explanation
            editable: card.editor.editable
            Layout.fillWidth: true
            onEdited: text => card.editor.explanation = text
        }
        GridLayout {
            columns: width >= 480 ? 2 : 1
            columnSpacing: Theme.m
            rowSpacing: Theme.m
            Layout.fillWidth: true
            TextInputField {
                label: qsTr("Date")
                placeholder: qsTr("dd/mm/yyyy")
                value: card.editor.occurredOn
                error: card.editor.dateError
                editable: card.editor.editable
                hints: Qt.ImhDate
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                onEdited: text => card.editor.occurredOn = text
            }
            TextInputField {
                label: qsTr("Place")
                value: card.editor.place
                editable: card.editor.editable
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                onEdited: text => card.editor.place = text
            }
        }
        TextAreaField {
            label: qsTr("Note")
            help: qsTr("Free; the newest note stands.")
            lines: 2
            value: card.editor.note
            editable: card.editor.editable
            Layout.fillWidth: true
            onEdited: text => card.editor.note = text
        }
    }
}
