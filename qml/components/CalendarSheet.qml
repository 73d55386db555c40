import QtQuick
import QtQuick.Layouts

// A calendar to take a day from.
Sheet {
    id: sheet

    property alias chosen: calendar.chosen

    signal picked(string text)

    preferredWidth: calendar.implicitWidth + leftPadding + rightPadding

    Calendar {
        id: calendar
        Layout.fillWidth: true
        onPicked: text => {
            sheet.picked(text)
            sheet.close()
        }
    }
}
