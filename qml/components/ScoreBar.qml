import QtQuick
import ThiDua.Theme

// Base points, then bonus; what a penalty took away is hatched off the end. Parts are shares of the longest bar.
Item {
    id: bar

    required property real basePart
    required property real bonusPart
    required property real penaltyPart
    property bool mine: false

    implicitHeight: 10
    Accessible.ignored: true // the numbers beside it say it

    Rectangle {
        anchors.fill: parent
        radius: 5
        color: Theme.sunken
    }
    Rectangle {
        id: base
        width: parent.width * Math.max(0, Math.min(1, bar.basePart))
        height: parent.height
        radius: 5
        color: bar.mine ? Theme.brand : Theme.bar
    }
    Rectangle {
        anchors.left: base.right
        width: parent.width * Math.max(0, bar.bonusPart)
        height: parent.height
        radius: 5
        color: Theme.gold
    }
    Rectangle {
        visible: bar.penaltyPart > 0
        x: base.width - width
        width: Math.max(3, parent.width * bar.penaltyPart)
        height: parent.height
        radius: 5
        color: Theme.error
    }
}
