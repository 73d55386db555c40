import QtQuick
import ThiDua.Theme

// One of the values of a conflict: what, by whom, in which role, when.
Rectangle {
    id: card

    required property string label
    required property string value
    required property string who
    required property string when
    property string role: ""
    property bool kept: false
    readonly property color ink: kept ? Theme.done : Theme.muted
    readonly property bool figure: value.length <= 24 // figures are seen at a glance, texts are read

    implicitWidth: 240
    implicitHeight: time.y + time.height + Theme.m
    radius: Theme.radius
    color: kept ? Theme.doneGround : Theme.sunken
    border.width: kept || Theme.sunlight ? Theme.hair : 0
    border.color: kept ? Theme.done : Theme.edge
    Accessible.role: Accessible.StaticText
    Accessible.name: Words.joined([label, value, who, role, when], ", ")

    Icon {
        id: icon
        x: Theme.m
        y: title.y + (Math.round(Theme.small * 1.36) - height) / 2
        text: card.kept ? Icons.checkCircle : Icons.history
        size: Math.round(Theme.small * 1.25)
        color: card.ink
    }
    AppText {
        id: title
        x: icon.x + icon.width + Theme.xs
        y: Theme.m - Theme.xs
        width: card.width - x - Theme.m
        text: card.label
        font.pixelSize: Theme.small
        strong: true
        color: card.ink
        Accessible.ignored: true
    }
    AppText {
        id: what
        x: Theme.m
        y: title.y + title.height + Theme.xs
        width: card.width - 2 * Theme.m
        text: card.value
        font.pixelSize: card.figure ? Theme.heading : Theme.body
        strong: card.figure
        maximumLineCount: 8
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    AppText {
        id: person
        x: Theme.m
        y: what.y + what.height + Theme.xs
        width: what.width
        text: Words.joined([card.who, card.role], " · ")
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    AppText {
        id: time
        x: Theme.m
        y: person.y + person.height
        width: what.width
        text: card.when
        muted: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
