pragma Singleton

import QtQuick

// Every colour, size and duration of the interface. Screens and components take them from here and nowhere else.
// Main sets `dark`, `sunlight` and `textScale`; all else follows. The contrasts are tested.
QtObject {
    id: theme

    property bool dark: false
    property bool sunlight: false // high contrast; goes before `dark`
    property real textScale: 1.0 // 1.0 … 2.0
    property bool reducedMotion: false

    readonly property Colours light: LightColours {}
    readonly property Colours night: DarkColours {}
    readonly property Colours sun: SunlightColours {}
    readonly property Colours colours: sunlight ? sun : dark ? night : light

    readonly property color page: colours.page
    readonly property color surface: colours.surface
    readonly property color sunken: colours.sunken
    readonly property color pressed: colours.pressed
    readonly property color line: colours.line
    readonly property color edge: colours.edge
    readonly property color focus: colours.focus
    readonly property color text: colours.text
    readonly property color muted: colours.muted
    readonly property color brand: colours.brand
    readonly property color brandPressed: colours.brandPressed
    readonly property color inkOnBrand: colours.inkOnBrand
    readonly property color brandText: colours.brandText
    readonly property color brandGround: colours.brandGround
    readonly property color gold: colours.gold
    readonly property color inkOnGold: colours.inkOnGold
    readonly property color goldText: colours.goldText
    readonly property color goldGround: colours.goldGround
    readonly property color mark: colours.mark
    readonly property color done: colours.done
    readonly property color doneGround: colours.doneGround
    readonly property color waiting: colours.waiting
    readonly property color waitingGround: colours.waitingGround
    readonly property color error: colours.error
    readonly property color inkOnError: colours.inkOnError
    readonly property color errorGround: colours.errorGround
    readonly property color bar: colours.bar
    readonly property color scrim: colours.scrim

    // A tone is "done", "waiting", "error", "brand", "gold" or "neutral".
    function toneColor(tone: string): color {
        switch (tone) {
        case "done": return done
        case "waiting": return waiting
        case "error": return error
        case "brand": return brandText
        case "gold": return goldText
        default: return muted
        }
    }

    function toneGround(tone: string): color {
        switch (tone) {
        case "done": return doneGround
        case "waiting": return waitingGround
        case "error": return errorGround
        case "brand": return brandGround
        case "gold": return goldGround
        default: return sunken
        }
    }

    // Type: five sizes. What is read grows with the scale in full, what is large already grows less.
    readonly property string family: regular.name
    readonly property string iconFamily: icons.name
    readonly property int small: Math.round(14 * textScale)
    readonly property int body: Math.round(16 * textScale)
    readonly property int title: Math.round(19 * (1 + (textScale - 1) * 0.8))
    readonly property int heading: Math.round(24 * (1 + (textScale - 1) * 0.6))
    readonly property int display: Math.round(34 * (1 + (textScale - 1) * 0.5))

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

    readonly property int quick: reducedMotion ? 0 : 120 // ms

    readonly property FontLoader regular: FontLoader { source: "fonts/NotoSans-Regular.ttf" }
    readonly property FontLoader bold: FontLoader { source: "fonts/NotoSans-Bold.ttf" }
    readonly property FontLoader icons: FontLoader { source: "fonts/Icons.ttf" }
}
