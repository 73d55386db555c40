import QtQuick
import ThiDua.Theme

// A day, typed as dd/MM/yyyy or taken from a calendar. `value` is the text as typed, so that drafts are kept too.
TextInputField {
    id: field

    readonly property bool blank: input.text.trim().length === 0
    readonly property bool complete: Dates.parse(input.text) !== null
    property CalendarSheet calendar: null // while it is open

    function openCalendar() {
        calendar = calendars.createObject(field, { title: label, chosen: input.text }) as CalendarSheet
        calendar.picked.connect(take)
        calendar.closed.connect(dropCalendar)
        calendar.open()
    }

    function dropCalendar() {
        calendar.destroy()
        calendar = null
    }

    function judge() {
        fault = input.text.trim().length === 0 || Dates.parse(input.text) !== null ? "" : qsTr("Enter a day as dd/mm/yyyy, for example 21/03/2023")
    }

    function take(text: string) {
        if (text === input.text)
            return
        input.text = text
        edited(text)
    }

    placeholder: qsTr("dd/mm/yyyy")
    hints: Qt.ImhDate
    onEdited: if (fault.length > 0) judge()
    onFinished: {
        judge()
        if (editable && complete)
            take(Dates.format(Dates.parse(input.text)))
    }
    trailing: IconButton {
        visible: field.editable
        glyph: Icons.event
        text: qsTr("Choose from the calendar")
        ink: Theme.muted
        onClicked: field.openCalendar()
    }

    Component {
        id: calendars
        CalendarSheet {}
    }
}
