pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// Who changed what, when; opened on demand.
Column {
    id: part

    required property Session session
    required property string recordId
    property HistoryModel history: null

    spacing: Theme.s

    ActionButton {
        tone: "quiet"
        glyph: Icons.history
        text: part.history ? qsTr("Hide the history") : qsTr("Show the history")
        x: -leftPadding
        width: Math.min(implicitWidth, parent.width)
        onClicked: {
            const open = part.history
            part.history = open ? null : part.session.history(part.recordId)
            if (open)
                open.destroy()
        }
    }
    Banner {
        visible: text.length > 0
        tone: "error"
        text: part.history ? part.history.errorText : ""
        width: parent.width
    }
    Repeater {
        id: events
        model: part.history
        HistoryRow {
            required property int index
            first: index === 0
            last: index === events.count - 1
            width: parent.width
        }
    }
}
