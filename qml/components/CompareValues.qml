import QtQuick
import QtQuick.Layouts
import ThiDua.Theme

// Two values of one field, side by side where there is room: the one that stands and the one that does not.
GridLayout {
    id: control

    required property string keptValue
    required property string keptBy
    required property string keptRole
    required property string keptWhen
    required property string lostValue
    required property string lostBy
    required property string lostRole
    required property string lostWhen
    property bool mine: false

    columns: width >= 480 ? 2 : 1
    columnSpacing: Theme.s
    rowSpacing: Theme.s

    ValueCard {
        label: qsTr("Stands")
        value: control.keptValue
        who: control.keptBy
        role: control.keptRole
        when: control.keptWhen
        kept: true
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
    }
    ValueCard {
        label: control.mine ? qsTr("Yours, kept beside it") : qsTr("Kept beside it")
        value: control.lostValue
        who: control.lostBy
        role: control.lostRole
        when: control.lostWhen
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
    }
}
