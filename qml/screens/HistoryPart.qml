pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Who changed what, when; opened on demand.
ColumnLayout {
    id: part

    required property Session session
    required property string recordId
    property HistoryModel history: null

    spacing: Theme.s

    ActionButton {
        tone: "quiet"
        glyph: Icons.history
        text: part.history ? qsTr("Hide the history") : qsTr("Show the history")
        Layout.leftMargin: -Theme.s
        onClicked: {
            const open = part.history
            part.history = open ? null : part.session.history(part.recordId)
            if (open)
                open.destroy()
        }
    }
    Repeater {
        model: part.history
        HistoryRow { Layout.fillWidth: true }
    }
}
