import QtQuick
import QtQuick.Templates as T
import ThiDua.Theme

// One line of a list: title, what supports it, and at the right a chip or a value; where these would take too much of
// the width they stand below. Shows and signals, no more. With `pressable: false` it only shows.
T.ItemDelegate {
    id: control

    property string supporting: ""
    property string glyph: ""
    property string value: ""
    property bool chosen: false
    property bool divided: true
    property bool opens: false // a mark that it leads on
    property bool pressable: true
    default property alias trailing: trailingRow.data

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touch + Theme.s, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.m
    rightPadding: opens ? Theme.s : Theme.m
    topPadding: Theme.s
    bottomPadding: Theme.s
    hoverEnabled: pressable
    focusPolicy: pressable ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: pressable ? Accessible.ListItem : Accessible.StaticText
    Accessible.name: Words.joined([text, supporting, value], ", ")
    Accessible.selected: chosen
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        id: body

        readonly property real before: icon.visible ? icon.width + Theme.m : 0
        readonly property real behind: control.opens ? mark.width : 0
        readonly property real ends: figure.space + trailingRow.implicitWidth
        readonly property bool stacked: ends > 0.42 * width
                                        || (ends > 0 && width - before - behind - ends - Theme.m < 150 * Theme.textScale)
        readonly property real wordsHeight: title.height + (detail.visible ? detail.height : 0)
        readonly property real endsHeight: Math.max(figure.visible ? figure.height : 0, trailingRow.implicitHeight)

        implicitHeight: stacked ? wordsHeight + Theme.xs + endsHeight : Math.max(wordsHeight, endsHeight)

        Icon {
            id: icon
            visible: control.glyph.length > 0
            y: (parent.height - height) / 2
            text: control.glyph
            color: control.chosen ? Theme.brandText : Theme.muted
        }
        AppText {
            id: title
            x: body.before
            y: body.stacked ? 0 : (parent.height - body.wordsHeight) / 2
            width: parent.width - x - body.behind - (body.stacked || body.ends === 0 ? 0 : body.ends + Theme.m)
            text: control.text
            strong: control.chosen
            maximumLineCount: 5
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            id: detail
            visible: text.length > 0
            x: title.x
            y: title.y + title.height
            width: title.width
            text: control.supporting
            muted: true
            font.pixelSize: Theme.small
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            id: figure
            readonly property real space: visible ? implicitWidth + (trailingRow.implicitWidth > 0 ? Theme.s : 0) : 0
            visible: text.length > 0
            x: body.stacked ? title.x : parent.width - body.behind - body.ends
            y: body.stacked ? body.wordsHeight + Theme.xs : (parent.height - height) / 2
            width: Math.min(implicitWidth, parent.width - title.x)
            text: control.value
            strong: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Row {
            id: trailingRow
            x: figure.x + figure.space
            y: body.stacked ? body.wordsHeight + Theme.xs : (parent.height - height) / 2
            spacing: Theme.s
        }
        Icon {
            id: mark
            visible: control.opens
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: Icons.chevronRight
            color: Theme.muted
        }
    }
    background: Rectangle {
        color: control.chosen ? Theme.brandGround
               : control.pressable && (control.down || control.hovered || control.highlighted) ? Theme.pressed : "transparent"
        Rectangle {
            visible: control.chosen
            width: Theme.xs
            height: parent.height
            color: Theme.brand
        }
        Rectangle {
            visible: control.divided
            anchors.bottom: parent.bottom
            x: control.leftPadding
            width: parent.width - x
            height: Theme.hair
            color: Theme.line
        }
        FocusRing {
            target: control
            anchors.margins: 2
            radius: Theme.radius
        }
    }
}
