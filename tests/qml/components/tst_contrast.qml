import QtQuick
import QtTest
import ThiDua.Theme

// WCAG 2.1: 4.5:1 for text, 3:1 for what bounds a control or carries a meaning.
TestCase {
    name: "Contrast"

    readonly property var schemes: ({ light: Theme.light, dark: Theme.night, sunlight: Theme.sun })
    readonly property var grounds: ["page", "surface", "sunken", "pressed", "brandGround"]
    readonly property var toneGrounds: ["goldGround", "doneGround", "waitingGround", "errorGround"]

    function init() {
        failOnWarning(/.?/)
    }

    function channel(share) {
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4)
    }

    function luminance(colour) {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b)
    }

    function contrast(a, b) {
        const one = luminance(a)
        const other = luminance(b)
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    }

    function everyScheme(pairs) {
        const rows = []
        for (const scheme in schemes) {
            for (const pair of pairs)
                rows.push({ tag: scheme + ": " + pair.join(" on "), colours: schemes[scheme], ink: pair[0], ground: pair[1] })
        }
        return rows
    }

    function test_blackOnWhiteIsTwentyOne() {
        fuzzyCompare(contrast(Qt.color("black"), Qt.color("white")), 21, 0.01)
    }

    function test_textCanBeRead_data() {
        const pairs = [["inkOnBrand", "brand"], ["inkOnBrand", "brandPressed"], ["inkOnGold", "gold"],
                       ["inkOnError", "error"], ["inkOnError", "waiting"], ["inkOnError", "muted"], ["surface", "text"]]
        for (const ink of ["text", "muted", "brandText", "goldText", "done", "waiting", "error"]) {
            for (const ground of grounds)
                pairs.push([ink, ground])
        }
        for (const ground of toneGrounds)
            pairs.push(["text", ground], [ground.replace("gold", "goldText").replace("Ground", ""), ground])
        return everyScheme(pairs)
    }

    function test_textCanBeRead(row) {
        const found = contrast(row.colours[row.ink], row.colours[row.ground])
        verify(found >= 4.5, found.toFixed(2))
    }

    function test_boundsCanBeSeen_data() {
        const pairs = [["brand", "surface"], ["brand", "page"]]
        for (const ground of ["page", "surface"])
            pairs.push(["edge", ground], ["focus", ground], ["bar", ground], ["done", ground], ["error", ground])
        return everyScheme(pairs)
    }

    function test_boundsCanBeSeen(row) {
        const found = contrast(row.colours[row.ink], row.colours[row.ground])
        verify(found >= 3, found.toFixed(2))
    }

    function test_sunlightHasSevenToOne_data() {
        return ["text", "muted", "brandText", "goldText", "done", "waiting", "error"].map(ink => ({ tag: ink, ink: ink }))
    }

    function test_sunlightHasSevenToOne(row) {
        verify(contrast(Theme.sun[row.ink], Theme.sun.surface) >= 7)
    }

    function test_errorsAreNotTheColourOfTheBrand_data() {
        return Object.keys(schemes).map(scheme => ({ tag: scheme, colours: schemes[scheme] }))
    }

    function test_errorsAreNotTheColourOfTheBrand(row) {
        // Orange leans away from the bluish red: by 15 degrees of hue at least.
        const apart = Math.abs(row.colours.error.hsvHue - row.colours.brandText.hsvHue) * 360
        verify(Math.min(apart, 360 - apart) >= 15, apart)
    }
}
