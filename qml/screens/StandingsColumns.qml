pragma Singleton

import QtQuick
import ThiDua.Theme

// Widths that the head and the rows of the standings share.
QtObject {
    readonly property int badge: Math.round(Theme.body * 2.4)
    readonly property int change: Math.round(40 * Theme.textScale)
    readonly property int rank: badge + change + Theme.xs
    readonly property int points: Math.round(66 * Theme.textScale)
    readonly property int total: Math.round(88 * Theme.textScale)
}
