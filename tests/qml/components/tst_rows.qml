import QtQuick
import QtTest
import ThiDua.Components
import ThiDua.Theme

// Rows and buttons: what they say, how they are pressed, and that long words find room.
TestCase {
    id: suite

    readonly property string longName: "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố Hồ Chí Minh"

    name: "Rows"
    when: windowShown
    width: 600
    height: 600
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    function cleanup() {
        Theme.textScale = 1
    }

    Component {
        id: rows
        ListRow { width: 390; text: "II.2 Tỷ lệ hộ"; supporting: "Hạn nộp 15/06/2023" }
    }
    Component {
        id: chipRows
        ListRow {
            width: 390
            text: suite.longName
            StatusChip { text: "Bị trả lại"; glyph: Icons.assignmentReturn; tone: "error" }
        }
    }
    Component { id: buttons; ActionButton { text: "Nộp báo cáo" } }
    Component { id: banners; Banner { width: 390; text: suite.longName; detail: "Chi tiết"; actionText: "Xem" } }
    Component { id: switches; SwitchRow { width: 390; text: "Làm việc ngoại tuyến" } }
    SignalSpy { id: presses; signalName: "clicked" }
    SignalSpy { id: actions; signalName: "action" }

    function test_aRowIsSpokenWhole() {
        const row = createTemporaryObject(rows, suite, { value: "98,25" })
        compare(row.Accessible.name, "II.2 Tỷ lệ hộ, Hạn nộp 15/06/2023, 98,25")
    }

    function test_aRowIsPressedByPointerAndKeys_data() {
        return [{ tag: "pointer", press: row => mouseClick(row) },
                { tag: "space", press: row => keyClick(Qt.Key_Space) },
                { tag: "return", press: row => keyClick(Qt.Key_Return) }]
    }

    function test_aRowIsPressedByPointerAndKeys(way) {
        const row = createTemporaryObject(rows, suite)
        presses.target = row
        presses.clear()
        row.forceActiveFocus()
        way.press(row)
        compare(presses.count, 1)
    }

    function test_aRowThatOnlyShowsTakesNoFocus() {
        const row = createTemporaryObject(rows, suite, { pressable: false })
        mouseClick(row)
        verify(!row.activeFocus)
        compare(row.Accessible.role, Accessible.StaticText)
    }

    function test_aRowGrowsWithItsText() {
        const row = createTemporaryObject(rows, suite)
        const before = row.implicitHeight
        row.text = longName + " " + longName
        verify(row.implicitHeight > before)
    }

    function test_aChipGoesBelowWhereThereIsNoRoom() {
        const row = createTemporaryObject(chipRows, suite)
        tryVerify(() => !row.contentItem.stacked)
        Theme.textScale = 2
        tryVerify(() => row.contentItem.stacked)
    }

    function test_aButtonBreaksItsTextRatherThanLosingIt() {
        const button = createTemporaryObject(buttons, suite, { text: longName })
        const natural = button.implicitWidth
        const flat = button.implicitHeight
        button.width = natural / 1.7
        verify(button.implicitHeight > flat)
    }

    function test_aBannersActionIsPressed() {
        const banner = createTemporaryObject(banners, suite)
        actions.target = banner
        actions.clear()
        mouseClick(banner, banner.width - 30, banner.height / 2)
        compare(actions.count, 1)
    }

    function test_aSwitchIsTurnedByItsWholeRow() {
        const row = createTemporaryObject(switches, suite)
        mouseClick(row, 10, row.height / 2)
        verify(row.checked)
        verify(row.Accessible.checked)
    }
}
