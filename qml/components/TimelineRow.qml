import QtQuick
import ThiDua.Theme

// One event of a history: what changed, by whom, when, on which device. The line runs from the newest to the oldest.
Item {
    id: row

    required property string text
    required property string who
    required property string when
    property string role: ""
    property string device: ""
    property string state: "" // such as "overruled"
    property bool first: false
    property bool last: false

    implicitWidth: 320
    implicitHeight: details.y + details.height + (last ? 0 : Theme.m)
    Accessible.role: Accessible.ListItem
    Accessible.name: Words.joined([text, who, role, when, device, state], ", ")

    Rectangle {
        x: dot.x + (dot.width - width) / 2
        y: row.first ? dot.y : 0
        width: 2
        height: (row.last ? dot.y : row.height) - y
        color: Theme.line
    }
    Rectangle {
        id: dot
        x: 3
        y: Math.round(Theme.body * 0.68 - height / 2)
        width: 12
        height: 12
        radius: 6
        color: row.first ? Theme.brandText : Theme.surface
        border.width: 2
        border.color: row.first ? Theme.brandText : Theme.edge
    }
    AppText {
        id: what
        x: dot.x + dot.width + Theme.m
        width: row.width - x
        text: row.text
        Accessible.ignored: true
    }
    AppText {
        id: person
        x: what.x
        y: what.height
        width: what.width
        text: Words.joined([row.who, row.role], " · ")
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    AppText {
        id: details
        x: what.x
        y: person.y + person.height
        width: what.width
        text: Words.joined([row.when, row.device, row.state], " · ")
        font.pixelSize: Theme.small
        muted: true
        Accessible.ignored: true
    }
}
