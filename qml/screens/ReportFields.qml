import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// What the unit enters. Every change goes to the editor, which keeps it as a draft at once.
Card {
    id: card

    required property ReportEditor editor

    contentItem: Column {
        spacing: Theme.m

        EvenColumns {
            least: 220
            width: parent.width

            NumberField {
                label: qsTr("Result")
                value: card.editor.valueText
                error: card.editor.valueError
                help: (card.editor.targetText.length > 0 ? qsTr("Target: %1").arg(card.editor.targetText) : "")
                      + (card.editor.targetText.length > 0 && card.editor.previousText.length > 0 ? " · " : "")
                      + (card.editor.previousText.length > 0 ? qsTr("Last period: %1").arg(card.editor.previousText) : "")
                suffix: card.editor.measure
                editable: card.editor.editable
                onEdited: text => card.editor.valueText = text
                onFinished: card.editor.keepDraft()
            }
            NumberField {
                label: qsTr("Self-scored points")
                value: card.editor.scoreText
                error: card.editor.scoreError
                help: card.editor.maxText
                editable: card.editor.editable
                onEdited: text => card.editor.scoreText = text
                onFinished: card.editor.keepDraft()
            }
        }
        TextAreaField {
            label: qsTr("Explanation")
            placeholder: qsTr("How the result was reached; which documents prove it")
            value: card.editor.explanation
            error: card.editor.explanationError
            editable: card.editor.editable
            width: parent.width
            onEdited: text => card.editor.explanation = text
            onFinished: card.editor.keepDraft()
        }
        EvenColumns {
            least: 220
            width: parent.width
            DateField {
                label: qsTr("Date")
                value: card.editor.occurredOn
                error: card.editor.dateError
                editable: card.editor.editable
                onEdited: text => card.editor.occurredOn = text
                onFinished: card.editor.keepDraft()
            }
            TextInputField {
                label: qsTr("Place")
                value: card.editor.place
                editable: card.editor.editable
                onEdited: text => card.editor.place = text
                onFinished: card.editor.keepDraft()
            }
        }
        TextAreaField {
            label: qsTr("Note")
            help: qsTr("Free; the newest note stands.")
            lines: 2
            value: card.editor.note
            error: card.editor.noteError
            editable: card.editor.editable
            width: parent.width
            onEdited: text => card.editor.note = text
            onFinished: card.editor.keepDraft()
        }
    }
}
