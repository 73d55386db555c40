pragma Singleton

import QtQuick

// Every colour, size and duration of the interface. Screens and components take them from here and nowhere else.
// Main sets `dark` and `textScale`; all else follows. Contrast of each text colour on its ground is tested.
QtObject {
    id: theme

    property bool dark: false
    property real textScale: 1.0 // 1.0 … 2.0

    // Grounds and lines
    readonly property color page: dark ? "#171513" : "#f5f3f0"
    readonly property color surface: dark ? "#221f1c" : "#ffffff"
    readonly property color sunken: dark ? "#1b1917" : "#efebe6"
    readonly property color line: dark ? "#3b3632" : "#ddd7d0"
    readonly property color pressed: dark ? "#2f2a27" : "#ece6df"
    readonly property color scrim: "#80000000" // over the page, under a sheet
    readonly property color bar: dark ? "#8a7f76" : "#8b8078" // of the others, in a list with an own one
    readonly property color focus: dark ? "#7fb2ff" : "#1b5fc1"

    // Text
    readonly property color text: dark ? "#f3efea" : "#1f1a17"
    readonly property color muted: dark ? "#b9b0a8" : "#635a53"

    // Identity, and the one main action of a screen
    readonly property color brand: dark ? "#c22a40" : "#a6192e"
    readonly property color inkOnBrand: "#ffffff"
    readonly property color brandText: dark ? "#ff9aa6" : "#a6192e"
    readonly property color brandGround: dark ? "#3a1c20" : "#fbeff0"

    // Rank and honours only
    readonly property color gold: dark ? "#f0b429" : "#e0a100"
    readonly property color inkOnGold: "#2b1e00"
    readonly property color goldGround: dark ? "#3a2f12" : "#fdf5dc"

    // States; each is used with an icon and a word
    readonly property color done: dark ? "#5fd0bf" : "#0a675c"
    readonly property color doneGround: dark ? "#15322e" : "#e2f3f0"
    readonly property color waiting: dark ? "#f2c063" : "#7d5200"
    readonly property color waitingGround: dark ? "#3a2d12" : "#fdf1d6"
    readonly property color error: dark ? "#ff9e6d" : "#b5390a"
    readonly property color errorGround: dark ? "#3d2113" : "#fdece2"
    readonly property color neutral: muted
    readonly property color neutralGround: sunken

    function toneColor(tone: string): color {
        switch (tone) {
        case "done": return done
        case "waiting": return waiting
        case "error": return error
        case "brand": return brandText
        case "gold": return dark ? gold : "#7a5600"
        default: return neutral
        }
    }

    function toneGround(tone: string): color {
        switch (tone) {
        case "done": return doneGround
        case "waiting": return waitingGround
        case "error": return errorGround
        case "brand": return brandGround
        case "gold": return goldGround
        default: return neutralGround
        }
    }

    // Type: five sizes
    readonly property string family: regular.name
    readonly property string iconFamily: icons.name
    readonly property int small: Math.round(14 * textScale)
    readonly property int body: Math.round(16 * textScale)
    readonly property int title: Math.round(19 * textScale)
    readonly property int heading: Math.round(24 * textScale)
    readonly property int display: Math.round(34 * textScale)
    readonly property real lineHeight: 1.24 // room for stacked marks: ế, ỗ, Ợ

    // An 8 dp grid
    readonly property int hair: 1
    readonly property int xs: 4
    readonly property int s: 8
    readonly property int m: 16
    readonly property int l: 24
    readonly property int xl: 32
    readonly property int radius: 8
    readonly property int touch: 48
    readonly property int icon: Math.round(22 * Math.min(textScale, 1.5))
    readonly property int contentWidth: 840 // longest comfortable line of a form

    // Widths at which the layout changes
    readonly property int tabletFrom: 600
    readonly property int desktopFrom: 1360

    property bool reducedMotion: false
    readonly property int quick: reducedMotion ? 0 : 120

    readonly property FontLoader regular: FontLoader { source: "fonts/NotoSans-Regular.ttf" }
    readonly property FontLoader bold: FontLoader { source: "fonts/NotoSans-Bold.ttf" }
    readonly property FontLoader icons: FontLoader { source: "fonts/Icons.ttf" }
}
