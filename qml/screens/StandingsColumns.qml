pragma Singleton

import QtQuick
import ThiDua.Theme

// Widths that the head and the rows of the standings share.
QtObject {
    readonly property int rank: Math.round(84 * Theme.textScale)
    readonly property int points: Math.round(66 * Theme.textScale)
    readonly property int total: Math.round(88 * Theme.textScale)
}
