pragma Singleton

import QtQuick

// Days without times and zones: {day, month, year}, written dd/MM/yyyy.
QtObject {
    function daysIn(month, year) {
        const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        return month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
    }

    // What people type: 21/3/2023, 21-03-2023, 21.3.2023, 21032023; null for what is no day.
    function parse(text) {
        const match = /^\s*([0-9]{1,2})([\/.\-])([0-9]{1,2})\2([0-9]{4})\s*$/.exec(text)
                   || /^\s*([0-9]{2})()([0-9]{2})([0-9]{4})\s*$/.exec(text)
        if (!match)
            return null
        const date = { day: Number(match[1]), month: Number(match[3]), year: Number(match[4]) }
        const real = date.year >= 1 && date.month >= 1 && date.month <= 12
                     && date.day >= 1 && date.day <= daysIn(date.month, date.year)
        return real ? date : null
    }

    function format(date) {
        return String(date.day).padStart(2, "0") + "/" + String(date.month).padStart(2, "0") + "/"
               + String(date.year).padStart(4, "0")
    }

    function same(a, b) {
        return a.day === b.day && a.month === b.month && a.year === b.year
    }

    function today() {
        const now = new Date()
        return { day: now.getDate(), month: now.getMonth() + 1, year: now.getFullYear() }
    }

    // How many columns stand before the first of the month, where Monday is the first column.
    function leadingColumns(month, year) {
        const first = new Date(2000, month - 1, 1)
        first.setFullYear(year) // the constructor takes years below 100 for those of the 20th century
        return (first.getDay() + 6) % 7
    }

    function plusMonths(date, count) {
        const months = date.year * 12 + date.month - 1 + count
        const year = Math.floor(months / 12)
        const month = months - year * 12 + 1
        return { day: Math.min(date.day, daysIn(month, year)), month: month, year: year }
    }

    function plusDays(date, count) {
        let moved = { day: date.day + count, month: date.month, year: date.year }
        while (moved.day < 1) {
            const before = plusMonths({ day: 1, month: moved.month, year: moved.year }, -1)
            moved = { day: moved.day + daysIn(before.month, before.year), month: before.month, year: before.year }
        }
        while (moved.day > daysIn(moved.month, moved.year)) {
            const next = plusMonths({ day: 1, month: moved.month, year: moved.year }, 1)
            moved = { day: moved.day - daysIn(moved.month, moved.year), month: next.month, year: next.year }
        }
        return moved
    }
}
