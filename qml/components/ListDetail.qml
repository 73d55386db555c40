import QtQuick
import ThiDua.Theme

// A list and what is chosen from it: side by side where there is room, one above the other on phones.
Item {
    id: control

    required property Item list
    required property Item detail
    property bool showsDetail: false
    property int listWidth: Math.max(360, Math.min(480, width * 0.36))
    readonly property bool wide: width >= 820

    Item {
        id: listSlot
        visible: control.wide || !control.showsDetail
        width: control.wide ? control.listWidth : control.width
        height: control.height
        children: [control.list]
    }
    Rectangle {
        visible: control.wide
        x: listSlot.width
        width: Theme.hair
        height: control.height
        color: Theme.line
    }
    Item {
        visible: control.wide || control.showsDetail
        x: control.wide ? listSlot.width + Theme.hair : 0
        width: control.width - x
        height: control.height
        children: [control.detail]
    }
}
