import QtQuick
import QtTest
import ThiDua.Components
import ThiDua.Theme

// What was searched for is marked where it stands, on whichever line that is.
TestCase {
    id: suite

    name: "MarkedText"
    when: windowShown
    width: 600
    height: 600
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    Component {
        id: texts
        MarkedText {
            width: 500
            text: "Phường Bến Thành trồng cây"
            marks: [{ from: 7, length: 3 }, { from: 17, length: 5 }]
        }
    }

    function marksOf(text) {
        const marks = []
        for (let at = 0; at < text.children.length; ++at) {
            if (text.children[at].objectName === "mark")
                marks.push(text.children[at])
        }
        return marks
    }

    function test_everyMarkLiesBehindItsWord() {
        const text = createTemporaryObject(texts, suite)
        const marks = marksOf(text)
        compare(marks.length, 2)
        compare(marks[0].x, text.positionToRectangle(7).x)
        compare(marks[0].width, text.positionToRectangle(10).x - text.positionToRectangle(7).x)
        verify(marks[0].width > 0 && marks[0].z < 0)
        compare(marks[1].y, 0)
    }

    function test_aMarkFollowsItsWordToTheNextLine() {
        const text = createTemporaryObject(texts, suite)
        text.width = 150
        const mark = marksOf(text)[1]
        tryCompare(mark, "y", text.positionToRectangle(17).y)
        verify(mark.y > 0)
        verify(mark.width > 0 && mark.x + mark.width <= text.width)
    }

    function test_dataNeverBecomesMarkUp() {
        const text = createTemporaryObject(texts, suite, { text: "<b>Phường</b> & <img src='http://x'>", marks: [] })
        compare(text.getText(0, text.length), "<b>Phường</b> & <img src='http://x'>")
        compare(text.textFormat, TextEdit.PlainText)
    }
}
