import QtQuick
import QtTest
import ThiDua.Components
import ThiDua.Theme

// What the small signs say, to the eye and to the screen reader.
TestCase {
    id: suite

    name: "Signs"
    when: windowShown
    width: 600
    height: 400
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    Component { id: indicators; SyncIndicator { phase: "unknown"; text: "Ngoại tuyến" } }
    Component { id: changes; RankChange { change: 0 } }
    Component { id: badges; RankBadge { rank: 1 } }
    Component { id: chips; StatusChip { text: "Bị trả lại"; tone: "error" } }
    Component { id: bars; ScoreBar { width: 100; basePart: 0.8; bonusPart: 0.1; penaltyPart: 0.2 } }
    Component { id: toasts; Toast { milliseconds: 1 } }
    Component {
        id: values
        CompareValues {
            width: 500
            keptValue: "45"
            keptBy: "Trần Thị Bích Ngọc"
            keptRole: "Thủ trưởng đơn vị"
            keptWhen: "13:40 21/03/2023"
            lostValue: "42"
            lostBy: "Nguyễn Văn An"
            lostRole: "Cán bộ nhập liệu"
            lostWhen: "14:02 21/03/2023"
        }
    }
    Component {
        id: columns
        EvenColumns {
            spacing: 10
            least: 200
            most: 3
            Rectangle { implicitHeight: 10 }
            Rectangle { implicitHeight: 10 }
            Rectangle { implicitHeight: 10 }
        }
    }

    function test_synchronisationIsToldByToneAndGlyph_data() {
        return [
            { tag: "unknown is never done", phase: "unknown", ageing: false, tone: "neutral" },
            { tag: "waiting", phase: "waiting", ageing: false, tone: "waiting" },
            { tag: "waiting for too long", phase: "waiting", ageing: true, tone: "error" },
            { tag: "sending", phase: "sending", ageing: false, tone: "neutral" },
            { tag: "fetching", phase: "fetching", ageing: false, tone: "neutral" },
            { tag: "attention", phase: "attention", ageing: false, tone: "error" },
            { tag: "sign in", phase: "signIn", ageing: false, tone: "error" },
            { tag: "portal", phase: "portal", ageing: false, tone: "error" },
            { tag: "up to date", phase: "upToDate", ageing: false, tone: "done" },
            { tag: "a phase of a later version", phase: "dreaming", ageing: false, tone: "neutral" }
        ]
    }

    function test_synchronisationIsToldByToneAndGlyph(row) {
        const shown = createTemporaryObject(indicators, suite, { phase: row.phase, ageing: row.ageing })
        compare(shown.tone, row.tone)
        verify(shown.glyph.length > 0)
        compare(shown.glyph === Icons.cloudDone, row.phase === "upToDate")
        verify(shown.Accessible.name.includes("Ngoại tuyến"))
    }

    function test_withoutRoomTheWordIsStillSpoken() {
        const shown = createTemporaryObject(indicators, suite, { compact: true, count: 3 })
        compare(shown.width, Theme.touch)
        compare(shown.height, Theme.touch)
        verify(shown.Accessible.name.includes("Ngoại tuyến"))
    }

    function test_aChangeOfRankIsSpoken() {
        const shown = createTemporaryObject(changes, suite)
        const unchanged = shown.Accessible.name
        shown.change = 2
        const up = shown.Accessible.name
        shown.change = -2
        const down = shown.Accessible.name
        verify(up.includes("2") && down.includes("2") && !down.includes("-"))
        verify(up !== down && up !== unchanged)
    }

    function test_goldBelongsToTheFirst() {
        const shown = createTemporaryObject(badges, suite)
        compare(shown.color, Theme.gold)
        shown.rank = 2
        verify(shown.color !== Theme.gold)
        compare(shown.border.color, Theme.gold)
        shown.rank = 4
        compare(shown.border.width, 0)
    }

    function test_aStateIsAWordBesideItsColour() {
        const shown = createTemporaryObject(chips, suite)
        compare(shown.Accessible.name, "Bị trả lại")
        compare(shown.color, Theme.errorGround)
    }

    function test_whatIsFilledIsTheTotal() {
        const shown = createTemporaryObject(bars, suite)
        compare(shown.baseWidth + shown.bonusWidth, 70)
        compare(shown.penaltyWidth, 20)
    }

    function test_aBarStaysInItsPlace() {
        const shown = createTemporaryObject(bars, suite, { basePart: 1.4, bonusPart: 0.5, penaltyPart: 3 })
        verify(shown.baseWidth >= 0 && shown.baseWidth + shown.bonusWidth <= 100)
        verify(shown.penaltyWidth <= 100)
    }

    function test_valuesStandBesideEachOtherWhereThereIsRoom() {
        const shown = createTemporaryObject(values, suite)
        verify(shown.beside)
        const flat = shown.implicitHeight
        shown.width = 300
        verify(!shown.beside)
        verify(shown.implicitHeight > flat)
    }

    function test_columnsFollowTheWidth_data() {
        return [{ tag: "one", width: 390, columns: 1, cell: 390 }, { tag: "two", width: 410, columns: 2, cell: 200 },
                { tag: "three", width: 640, columns: 3, cell: 206 }]
    }

    function test_columnsFollowTheWidth(row) {
        const shown = createTemporaryObject(columns, suite, { width: row.width })
        compare(shown.columns, row.columns)
        compare(shown.children[2].width, row.cell)
        tryCompare(shown, "implicitHeight", 10 * Math.ceil(3 / row.columns) + 10 * (Math.ceil(3 / row.columns) - 1))
    }

    function test_aToastGoesByItself() {
        const shown = createTemporaryObject(toasts, suite)
        verify(!shown.visible)
        shown.show("Đã lưu trên máy này")
        verify(shown.visible)
        compare(shown.Accessible.name, "Đã lưu trên máy này")
        tryCompare(shown, "visible", false)
    }
}
