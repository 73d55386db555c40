import QtQuick
import ThiDua.Components

// The field of a form that fits what is asked: a line, several lines, a day, a number, one of several, units.
Loader {
    id: entry

    required property var told // of YearEditor.fields
    property string error: ""
    property string typed: told.value

    signal edited(string text)

    function take(text: string) {
        typed = text
        edited(text)
    }

    sourceComponent: told.entry === "area" ? area : told.entry === "date" ? date : told.entry === "number" ? number
                     : told.entry === "choice" ? choice : told.entry === "units" ? units : line

    // A Loader of Qt 6.4 cannot make bound components, and the linter wants them bound.
    // qmllint disable unqualified
    Component {
        id: line
        TextInputField {
            label: entry.told.label
            required: entry.told.required
            help: entry.told.help
            editable: entry.told.writable
            error: entry.error
            value: entry.typed
            onEdited: text => entry.take(text)
        }
    }
    Component {
        id: area
        TextAreaField {
            label: entry.told.label
            required: entry.told.required
            editable: entry.told.writable
            error: entry.error
            value: entry.typed
            onEdited: text => entry.take(text)
        }
    }
    Component {
        id: date
        DateField {
            label: entry.told.label
            required: entry.told.required
            editable: entry.told.writable
            error: entry.error
            value: entry.typed
            onEdited: text => entry.take(text)
        }
    }
    Component {
        id: number
        TextInputField {
            label: entry.told.label
            required: entry.told.required
            suffix: entry.told.suffix
            editable: entry.told.writable
            error: entry.error
            value: entry.typed
            alignRight: true
            hints: Qt.ImhFormattedNumbersOnly
            onEdited: text => entry.take(text)
        }
    }
    Component {
        id: choice
        ChoiceField {
            label: entry.told.label
            required: entry.told.required
            editable: entry.told.writable
            options: entry.told.options
            error: entry.error
            value: entry.typed
            onChosen: id => entry.take(id)
        }
    }
    Component {
        id: units
        UnitsField {
            label: entry.told.label
            required: entry.told.required
            editable: entry.told.writable
            options: entry.told.options
            error: entry.error
            value: entry.typed
            onEdited: value => entry.take(value)
        }
    }
    // qmllint enable unqualified
}
