import QtQuick
import QtTest
import ThiDua.Components

TestCase {
    id: suite

    name: "Fields"
    when: windowShown
    width: 400
    height: 600
    visible: true

    function init() {
        failOnWarning(/.?/)
    }

    Component {
        id: inputs
        TextInputField { width: 300; label: "Nơi thực hiện"; help: "Ghi theo văn bản" }
    }
    Component {
        id: areas
        TextAreaField { width: 300; label: "Giải trình" }
    }
    Component {
        id: passwords
        PasswordField { width: 300; label: "Mật khẩu" }
    }
    Component {
        id: searches
        SearchField { width: 300; label: "Tìm báo cáo" }
    }
    Component {
        id: choices
        ChoiceField {
            width: 300
            label: "Kỳ"
            options: [{ id: "2022", name: "năm 2022" }, { id: "2023", name: "năm 2023" }]
            value: "2023"
        }
    }
    SignalSpy {
        id: news
    }

    function watched(component, signalName) {
        const made = createTemporaryObject(component, suite)
        news.target = null
        news.signalName = signalName
        news.target = made
        news.clear()
        return made
    }

    function button(item, name) {
        for (let at = 0; at < item.children.length; ++at) {
            const child = item.children[at]
            if (child.Accessible.role === Accessible.Button && child.text === name && child.visible)
                return child
            const below = button(child, name)
            if (below)
                return below
        }
        return null
    }

    function test_everyKeyIsNews() {
        const field = watched(inputs, "edited")
        field.input.forceActiveFocus()
        keyClick("a")
        keyClick("b")
        compare(news.count, 2)
        compare(news.signalArguments[1][0], "ab")
    }

    function test_theModelsTextIsShownAndIsNoNews() {
        const field = watched(inputs, "edited")
        field.value = "Đặc khu Côn Đảo"
        compare(field.input.text, "Đặc khu Côn Đảo")
        compare(news.count, 0)
    }

    function test_writingBackTheSameTextLeavesTheCursor() {
        const field = watched(inputs, "edited")
        field.value = "abc"
        field.input.forceActiveFocus()
        field.input.cursorPosition = 1
        keyClick("x")
        field.value = "axbc"
        compare(field.input.cursorPosition, 2)
    }

    function test_aFieldThatCannotBeEditedTakesNothing() {
        const field = watched(inputs, "edited")
        field.editable = false
        field.input.forceActiveFocus()
        keyClick("a")
        compare(field.input.text, "")
        verify(field.input.Accessible.readOnly)
    }

    function test_theErrorStandsInPlaceOfTheHelpAndIsSpoken() {
        const field = watched(inputs, "edited")
        compare(field.input.Accessible.description, "Ghi theo văn bản")
        field.error = "Chưa nhập"
        compare(field.spokenNote, "Chưa nhập")
        compare(field.input.Accessible.description, "Chưa nhập")
    }

    function test_anAreaTellsOfChangesOnly() {
        const area = watched(areas, "edited")
        area.value = "Đã họp khối"
        compare(area.input.text, "Đã họp khối")
        compare(news.count, 0)
        area.input.forceActiveFocus()
        area.input.cursorPosition = area.input.length
        keyClick(".")
        compare(news.count, 1)
        compare(news.signalArguments[0][0], "Đã họp khối.")
    }

    function test_anAreaGrowsWithItsText() {
        const area = watched(areas, "edited")
        const before = area.implicitHeight
        area.value = "1\n2\n3\n4\n5\n6\n7\n8"
        tryVerify(() => area.implicitHeight > before)
    }

    function test_tabLeavesAnArea() {
        const area = watched(areas, "edited")
        const next = createTemporaryObject(inputs, suite)
        area.input.forceActiveFocus()
        keyClick(Qt.Key_Tab)
        verify(next.input.activeFocus)
        compare(area.input.text, "")
    }

    function test_aPasswordIsHiddenUntilItIsAskedFor() {
        const field = watched(passwords, "edited")
        field.value = "bí mật"
        compare(field.input.echoMode, TextInput.Password)
        verify(field.input.Accessible.passwordEdit)
        field.shown = true
        compare(field.input.echoMode, TextInput.Normal)
        compare(field.input.text, "bí mật")
    }

    function test_clearingTheSearchIsNews() {
        const search = watched(searches, "textEdited")
        search.forceActiveFocus()
        keyClick("a")
        news.clear()
        keyClick(Qt.Key_Escape)
        compare(search.text, "")
        compare(news.count, 1)
        keyClick(Qt.Key_Escape)
        compare(news.count, 1)
    }

    function test_theCrossClearsTheSearch() {
        const search = watched(searches, "textEdited")
        search.text = "giao uoc"
        mouseClick(button(search, qsTranslate("SearchField", "Clear the search")))
        compare(search.text, "")
        compare(news.count, 1)
    }

    function test_aChoiceTellsItsId() {
        const field = watched(choices, "chosen")
        compare(field.box.displayText, "năm 2023")
        field.box.forceActiveFocus()
        keyClick(Qt.Key_Up)
        compare(news.count, 1)
        compare(news.signalArguments[0][0], "2022")
    }

    function test_aChoiceFollowsTheModelAfterAChoice() {
        const field = watched(choices, "chosen")
        field.box.forceActiveFocus()
        keyClick(Qt.Key_Up)
        field.value = "2022"
        field.value = "2023"
        compare(field.box.displayText, "năm 2023")
    }
}
