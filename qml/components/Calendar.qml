pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Theme

// One month, Monday first. The arrow keys move over the days, page keys over the months, Enter takes a day.
Item {
    id: calendar

    property string chosen: "" // dd/MM/yyyy
    property var today: Dates.today()
    property var cursor: Dates.parse(chosen) ?? today
    readonly property int emptyColumns: Dates.leadingColumns(cursor.month, cursor.year) // before the first of the month
    readonly property var months: [
        qsTr("January"), qsTr("February"), qsTr("March"), qsTr("April"), qsTr("May"), qsTr("June"), qsTr("July"),
        qsTr("August"), qsTr("September"), qsTr("October"), qsTr("November"), qsTr("December")
    ]

    signal picked(string text)

    implicitWidth: 7 * Math.max(Theme.touch, Math.round(Theme.body * 1.8))
    implicitHeight: page.height
    focus: true
    Keys.onLeftPressed: cursor = Dates.plusDays(cursor, -1)
    Keys.onRightPressed: cursor = Dates.plusDays(cursor, 1)
    Keys.onUpPressed: cursor = Dates.plusDays(cursor, -7)
    Keys.onDownPressed: cursor = Dates.plusDays(cursor, 7)
    Keys.onReturnPressed: picked(Dates.format(cursor))
    Keys.onEnterPressed: picked(Dates.format(cursor))
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_PageUp && event.key !== Qt.Key_PageDown)
            return
        cursor = Dates.plusMonths(cursor, event.key === Qt.Key_PageUp ? -1 : 1)
        event.accepted = true
    }

    // Positioners, not layouts: those of Qt 6.4 keep the old heights when the letters grow.
    Column {
        id: page
        width: calendar.width
        spacing: Theme.xs

        Item {
            width: parent.width
            height: Math.max(before.height, monthText.height)
            IconButton {
                id: before
                glyph: Icons.chevronLeft
                text: qsTr("Month before")
                anchors.verticalCenter: parent.verticalCenter
                onClicked: calendar.cursor = Dates.plusMonths(calendar.cursor, -1)
            }
            AppText {
                id: monthText
                anchors { left: before.right; right: after.left; verticalCenter: parent.verticalCenter }
                text: qsTr("%1 %2", "month, year").arg(calendar.months[calendar.cursor.month - 1]).arg(calendar.cursor.year)
                strong: true
                horizontalAlignment: Text.AlignHCenter
            }
            IconButton {
                id: after
                glyph: Icons.chevronRight
                text: qsTr("Month after")
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                onClicked: calendar.cursor = Dates.plusMonths(calendar.cursor, 1)
            }
        }
        Row {
            Repeater {
                model: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]
                AppText {
                    required property string modelData
                    text: modelData
                    width: calendar.width / 7
                    font.pixelSize: Math.min(Theme.small, width / 2.2)
                    muted: true
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
        Grid {
            columns: 7
            Repeater {
                model: calendar.emptyColumns
                Item {
                    width: calendar.width / 7
                    height: 1
                }
            }
            Repeater {
                model: Dates.daysIn(calendar.cursor.month, calendar.cursor.year)
                CalendarDay {
                    required property int index
                    readonly property var date: ({ day: index + 1, month: calendar.cursor.month, year: calendar.cursor.year })
                    width: calendar.width / 7
                    text: date.day
                    spoken: Dates.format(date)
                    current: Dates.same(date, calendar.cursor)
                    chosen: calendar.chosen === spoken
                    today: Dates.same(date, calendar.today)
                    onClicked: calendar.picked(spoken)
                }
            }
        }
    }
}
