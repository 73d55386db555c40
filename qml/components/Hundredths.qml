pragma Singleton

import QtQuick

// Numbers with two decimals, as people type them. Comma and point are both decimal marks, because many numeric keypads
// offer only the point; points that set off thousands are understood where they can mean nothing else. The rule is
// that of core/domain's parseHundredths, which the components may not use; a test holds both to one list.
QtObject {
    readonly property var plain: /^([-+\u2212]?)([0-9]*)(?:[.,]([0-9]{0,2}))?$/
    readonly property var withThousands: /^([-+\u2212]?)([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]{0,2}))?$/

    // The whole number of hundredths, or NaN.
    function parse(text) {
        const trimmed = text.trim()
        const match = plain.exec(trimmed) || withThousands.exec(trimmed)
        if (!match || !/[0-9]/.test(trimmed))
            return NaN
        const value = Number(match[2].replace(/\./g, "") + (match[3] || "").padEnd(2, "0"))
        if (!Number.isSafeInteger(value))
            return NaN
        return match[1] === "" || match[1] === "+" || value === 0 ? value : -value
    }

    // 1.234.567,5
    function format(hundredths) {
        const size = Math.abs(hundredths)
        let whole = String(Math.floor(size / 100))
        for (let at = whole.length - 3; at > 0; at -= 3)
            whole = whole.slice(0, at) + "." + whole.slice(at)
        const part = String(size % 100).padStart(2, "0").replace(/0+$/, "")
        return (hundredths < 0 ? "-" : "") + whole + (part.length > 0 ? "," + part : "")
    }
}
