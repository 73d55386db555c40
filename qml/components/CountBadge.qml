import QtQuick
import ThiDua.Theme

// How many wait, on the corner of an icon. Its owner says it in words.
Rectangle {
    id: badge

    required property int count

    width: Math.max(height, number.implicitWidth + Theme.s)
    height: Math.round(number.font.pixelSize * 1.35)
    radius: height / 2
    color: Theme.error

    AppText {
        id: number
        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        font.pixelSize: Math.min(Theme.small, 18)
        strong: true
        color: Theme.inkOnError
        Accessible.ignored: true
    }
}
