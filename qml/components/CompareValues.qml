import QtQuick
import ThiDua.Theme

// Two values of one field, side by side where there is room: the one that stands and the one that does not, and why.
Item {
    id: control

    required property string keptValue
    required property string keptBy
    required property string keptRole
    required property string keptWhen
    required property string lostValue
    required property string lostBy
    required property string lostRole
    required property string lostWhen
    property string why: ""
    property bool mine: false // the value that does not stand is the reader's
    readonly property bool beside: width >= 440 * Math.min(1.5, Theme.textScale)
    readonly property real cardsHeight: beside ? Math.max(kept.implicitHeight, lost.implicitHeight)
                                               : kept.implicitHeight + Theme.s + lost.implicitHeight

    implicitWidth: 320
    implicitHeight: reason.visible ? reason.y + reason.height : cardsHeight

    ValueCard {
        id: kept
        width: control.beside ? (control.width - Theme.s) / 2 : control.width
        height: control.beside ? control.cardsHeight : implicitHeight
        label: qsTr("Stands")
        value: control.keptValue
        who: control.keptBy
        role: control.keptRole
        when: control.keptWhen
        kept: true
    }
    ValueCard {
        id: lost
        x: control.beside ? kept.width + Theme.s : 0
        y: control.beside ? 0 : kept.height + Theme.s
        width: kept.width
        height: control.beside ? control.cardsHeight : implicitHeight
        label: control.mine ? qsTr("Yours, kept beside it") : qsTr("Kept beside it")
        value: control.lostValue
        who: control.lostBy
        role: control.lostRole
        when: control.lostWhen
    }
    Icon {
        visible: reason.visible
        y: reason.y + (Math.round(Theme.small * 1.36) - height) / 2
        text: Icons.gavel
        size: Math.round(Theme.small * 1.25)
        color: Theme.muted
    }
    AppText {
        id: reason
        visible: text.length > 0
        x: Math.round(Theme.small * 1.25) + Theme.s
        y: control.cardsHeight + Theme.s
        width: control.width - x
        text: control.why
        font.pixelSize: Theme.small
    }
}
