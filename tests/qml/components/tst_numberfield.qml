import QtQuick
import QtTest
import ThiDua.Components

TestCase {
    id: suite

    name: "NumberField"
    when: windowShown
    width: 400
    height: 300
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    Component {
        id: fields
        Column {
            readonly property alias number: number
            readonly property alias next: next
            NumberField {
                id: number
                width: 300
                label: "Kết quả"
            }
            TextInputField {
                id: next
                width: 300
                label: "Nơi thực hiện"
            }
        }
    }
    SignalSpy {
        id: edits
        signalName: "edited"
    }

    function made() {
        const both = createTemporaryObject(fields, suite)
        edits.target = both.number
        edits.clear()
        both.number.input.forceActiveFocus()
        return both
    }

    function typed(both, text) {
        for (const key of text)
            keyClick(key)
    }

    function test_numbersAreUnderstood_data() {
        return [
            { tag: "whole", text: "97", hundredths: 9700 },
            { tag: "comma", text: "97,25", hundredths: 9725 },
            { tag: "point", text: "97.25", hundredths: 9725 },
            { tag: "one decimal", text: "97,5", hundredths: 9750 },
            { tag: "begun decimal", text: "97,", hundredths: 9700 },
            { tag: "without whole", text: ",5", hundredths: 50 },
            { tag: "thousands", text: "1.234", hundredths: 123400 },
            { tag: "thousands and decimals", text: "1.234.567,5", hundredths: 123456750 },
            { tag: "two digits behind a point", text: "1.23", hundredths: 123 },
            { tag: "negative", text: "-2,5", hundredths: -250 },
            { tag: "zero", text: "0", hundredths: 0 },
            { tag: "space around", text: " 5 ", hundredths: 500 }
        ]
    }

    function test_numbersAreUnderstood(row) {
        const both = made()
        both.number.value = row.text
        verify(both.number.complete)
        compare(both.number.hundredths, row.hundredths)
    }

    function test_whatIsNoNumberIsNotTaken_data() {
        return ["", " ", "-", ",", "mười", "97%", "97,255", "1234.567", "1,2,3", "1.2.3", "1,234.5", "1.23.456", "1e3",
                "99999999999999999999"].map(text => ({ tag: text, text: text }))
    }

    function test_whatIsNoNumberIsNotTaken(row) {
        const both = made()
        both.number.value = row.text
        verify(!both.number.complete)
    }

    function test_aPointBecomesACommaWhenTheFieldIsLeft() {
        const both = made()
        typed(both, "1234.5")
        compare(both.number.input.text, "1234.5")
        both.next.input.forceActiveFocus()
        compare(both.number.input.text, "1.234,5")
        compare(edits.signalArguments[edits.count - 1][0], "1.234,5")
    }

    function test_whatIsNoNumberYetIsKeptAndExplained() {
        const both = made()
        typed(both, "97,")
        keyClick("x")
        compare(both.number.fault, "")
        both.next.input.forceActiveFocus()
        compare(both.number.input.text, "97,x")
        verify(both.number.fault.length > 0)
        compare(both.number.input.Accessible.description, both.number.fault)
    }

    function test_theExplanationGoesAsSoonAsTheNumberIsRight() {
        const both = made()
        typed(both, "x")
        both.next.input.forceActiveFocus()
        verify(both.number.fault.length > 0)
        both.number.input.forceActiveFocus()
        both.number.input.selectAll()
        typed(both, "5")
        compare(both.number.fault, "")
    }

    function test_boundsAreExplained() {
        const both = made()
        both.number.maximum = 6000
        typed(both, "62")
        both.next.input.forceActiveFocus()
        verify(both.number.fault.includes("60"))
        compare(both.number.input.text, "62")
    }

    function test_theOwnersErrorGoesFirst() {
        const both = made()
        both.number.error = "Tối đa 60 điểm"
        typed(both, "x")
        both.next.input.forceActiveFocus()
        compare(both.number.shownError, "Tối đa 60 điểm")
    }

    function test_everyChangeIsToldOnce() {
        const both = made()
        typed(both, "12")
        compare(edits.count, 2)
    }

    function test_whatTheModelSaysIsShownWithoutBeingNews() {
        const both = made()
        both.number.value = "12,5"
        compare(both.number.input.text, "12,5")
        compare(edits.count, 0)
    }
}
