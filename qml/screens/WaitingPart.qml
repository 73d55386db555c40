pragma ComponentBehavior: Bound

import QtQuick
import ThiDua.Components
import ThiDua.Theme
import ThiDua.ViewModels

// The records that wait to be sent, by their names; nothing is shown while nothing waits.
Column {
    id: part

    required property WaitingList waiting
    // var: the linter does not know a RowList for an object
    readonly property var rows: waiting

    visible: part.rows.count > 0 || part.rows.errorText.length > 0
    spacing: Theme.m

    SectionTitle {
        text: qsTr("Waiting to be sent")
        width: parent.width
    }
    Banner {
        visible: part.rows.errorText.length > 0
        tone: "error"
        text: qsTr("What waits could not be read")
        detail: part.rows.errorText
        width: parent.width
    }
    Card {
        visible: part.rows.count > 0
        flush: true
        width: parent.width
        contentItem: Column {
            spacing: 0
            Repeater {
                model: part.waiting
                WaitingRow {
                    divided: index < part.rows.count - 1 || part.rows.moreText.length > 0
                    width: parent.width
                }
            }
            AppText {
                visible: text.length > 0
                text: part.rows.moreText
                muted: true
                font.pixelSize: Theme.small
                padding: Theme.m
                width: parent.width
            }
        }
    }
}
