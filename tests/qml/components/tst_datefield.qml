import QtQuick
import QtTest
import ThiDua.Components

TestCase {
    id: suite

    name: "DateField"
    when: windowShown
    width: 500
    height: 600
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    Component {
        id: fields
        Column {
            readonly property alias date: date
            readonly property alias next: next
            DateField {
                id: date
                width: 300
                label: "Ngày ký giao ước"
            }
            TextInputField {
                id: next
                width: 300
                label: "Nơi thực hiện"
            }
        }
    }
    Component {
        id: calendars
        Calendar {
            width: 400
            today: ({ day: 17, month: 3, year: 2023 })
        }
    }
    SignalSpy {
        id: news
    }

    function made() {
        const both = createTemporaryObject(fields, suite)
        news.target = null
        news.signalName = "edited"
        news.target = both.date
        news.clear()
        both.date.input.forceActiveFocus()
        return both
    }

    function calendar(chosen) {
        const made = createTemporaryObject(calendars, suite, { chosen: chosen })
        news.target = null
        news.signalName = "picked"
        news.target = made
        news.clear()
        made.forceActiveFocus()
        return made
    }

    function test_daysAreUnderstood_data() {
        return [
            { tag: "as it should be", typed: "21/03/2023", shown: "21/03/2023" },
            { tag: "without zeros", typed: "1/3/2023", shown: "01/03/2023" },
            { tag: "dashes", typed: "21-3-2023", shown: "21/03/2023" },
            { tag: "points", typed: "21.3.2023", shown: "21/03/2023" },
            { tag: "digits only", typed: "21032023", shown: "21/03/2023" },
            { tag: "leap day", typed: "29/2/2024", shown: "29/02/2024" }
        ]
    }

    function test_daysAreUnderstood(row) {
        const both = made()
        for (const key of row.typed)
            keyClick(key)
        both.next.input.forceActiveFocus()
        compare(both.date.input.text, row.shown)
        compare(news.signalArguments[news.count - 1][0], row.shown)
        compare(both.date.fault, "")
    }

    function test_whatIsNoDayIsKeptAndExplained_data() {
        return ["31/02/2023", "29/02/2023", "32/01/2023", "01/13/2023", "21/3", "21/03-2023", "0/1/2023", "hôm qua"]
            .map(text => ({ tag: text, text: text }))
    }

    function test_whatIsNoDayIsKeptAndExplained(row) {
        const both = made()
        both.date.value = row.text
        both.next.input.forceActiveFocus()
        compare(both.date.input.text, row.text)
        verify(both.date.fault.length > 0)
    }

    function test_nothingIsNoFault() {
        const both = made()
        both.next.input.forceActiveFocus()
        compare(both.date.fault, "")
    }

    function test_theCalendarGivesADay() {
        const both = made()
        both.date.value = "21/03/2023"
        both.date.openCalendar()
        tryVerify(() => both.date.calendar !== null && both.date.calendar.opened)
        both.date.calendar.picked("22/03/2023")
        compare(both.date.input.text, "22/03/2023")
        compare(news.signalArguments[news.count - 1][0], "22/03/2023")
        both.date.calendar.close()
        tryVerify(() => both.date.calendar === null)
    }

    function test_theWeekBeginsOnMonday_data() {
        return [
            { tag: "Wednesday", month: 3, year: 2023, before: 2 },
            { tag: "Monday", month: 5, year: 2023, before: 0 },
            { tag: "Sunday", month: 10, year: 2023, before: 6 }
        ]
    }

    function test_theWeekBeginsOnMonday(row) {
        const shown = calendar("15/" + row.month + "/" + row.year)
        compare(shown.emptyColumns, row.before)
    }

    function test_keysMoveOverTheDays_data() {
        return [
            { tag: "right", from: "31/03/2023", key: Qt.Key_Right, to: "01/04/2023" },
            { tag: "left", from: "01/03/2023", key: Qt.Key_Left, to: "28/02/2023" },
            { tag: "down", from: "28/12/2023", key: Qt.Key_Down, to: "04/01/2024" },
            { tag: "up", from: "04/01/2024", key: Qt.Key_Up, to: "28/12/2023" },
            { tag: "next month", from: "31/01/2023", key: Qt.Key_PageDown, to: "28/02/2023" },
            { tag: "month before", from: "31/01/2023", key: Qt.Key_PageUp, to: "31/12/2022" }
        ]
    }

    function test_keysMoveOverTheDays(row) {
        calendar(row.from)
        keyClick(row.key)
        keyClick(Qt.Key_Return)
        compare(news.count, 1)
        compare(news.signalArguments[0][0], row.to)
    }

    function test_withoutADayItBeginsToday() {
        calendar("")
        keyClick(Qt.Key_Return)
        compare(news.signalArguments[0][0], "17/03/2023")
    }
}
