import QtQuick
import ThiDua.Theme

// What is filled is the total: the base points that remain, then the bonus. What a penalty took away stands behind it
// as an empty frame. Parts are shares of the longest bar.
Item {
    id: bar

    required property real basePart
    required property real bonusPart
    required property real penaltyPart
    property bool mine: false

    readonly property real penaltyWidth: width * Math.min(1, Math.max(0, penaltyPart))
    readonly property real baseWidth: Math.max(0, width * Math.min(1, Math.max(0, basePart)) - penaltyWidth)
    readonly property real bonusWidth: width * Math.max(0, Math.min(bonusPart, 1 - basePart))

    implicitHeight: 10
    Accessible.ignored: true // the numbers beside it say it

    Rectangle {
        id: base
        width: bar.baseWidth
        height: parent.height
        radius: 3
        color: bar.mine ? Theme.brand : Theme.bar
    }
    Rectangle {
        id: bonus
        visible: width > 0
        x: base.width > 0 ? base.width + 2 : 0
        width: bar.bonusWidth > 0 ? Math.max(3, bar.bonusWidth - 2) : 0
        height: parent.height
        radius: 3
        color: Theme.done
    }
    Rectangle {
        visible: bar.penaltyPart > 0
        x: bonus.visible ? bonus.x + bonus.width + 2 : base.width + 2
        width: Math.max(4, bar.penaltyWidth - 2)
        height: parent.height
        radius: 3
        color: "transparent"
        border.width: 1.5
        border.color: Theme.error
    }
}
