import QtQuick
import ThiDua.Theme

// A rank. Gold belongs to the first; the second and third wear its ring.
Rectangle {
    id: badge

    required property int rank

    implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.s + Theme.xs)
    implicitHeight: Math.round(Theme.body * 2)
    radius: height / 2
    color: rank === 1 ? Theme.gold : "transparent"
    border.width: rank === 2 || rank === 3 ? 2 : 0
    border.color: Theme.gold
    Accessible.role: Accessible.StaticText
    Accessible.name: rank > 0 ? qsTr("Rank %1").arg(rank) : qsTr("Not ranked")

    AppText {
        id: number
        anchors.centerIn: parent
        text: badge.rank > 0 ? badge.rank : "–"
        strong: true
        color: badge.rank === 1 ? Theme.inkOnGold : Theme.text
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
