from qmlrules import check
from ruletest import RuleTest

PLAIN = "textFormat: Text.PlainText"


class QmlRules(RuleTest):
    rule = staticmethod(check)

    def screen(self, body, *lines):
        self.assert_found({"qml/screens/A.qml": body}, *(f"qml/screens/A.qml:{line}" for line in lines))

    def component(self, body, *lines):
        self.assert_found({"qml/components/A.qml": body}, *(f"qml/components/A.qml:{line}" for line in lines))

    def test_a_text_without_plain_text_is_found(self):
        self.screen("Item {\n    Text {\n        text: row.name\n    }\n}\n", 2)
        self.screen("Item {\n    header: Label { text: row.name }\n}\n", 2)
        self.screen("Item {\n    QQC.Label { text: row.name; textFormat: Text.AutoText }\n}\n", 2)
        self.screen("AppText {\n    text: row.name\n    textFormat: Text.RichText\n}\n", 3)

    def test_a_text_with_plain_text_is_fine(self):
        self.component("Text {\n    " + PLAIN + "\n    font.pixelSize: Theme.body\n}\n")

    def test_the_format_of_a_child_does_not_count(self):
        self.screen("Text {\n    Item { property int x: 1 }\n    Text { " + PLAIN + " }\n}\n", 1)

    def test_a_bare_button_on_a_screen_is_found(self):
        self.screen("Item {\n    Button { text: qsTr(\"Save\") }\n}\n", 2)

    def test_a_component_that_can_be_pressed_needs_a_name(self):
        self.component("T.AbstractButton {\n    id: root\n}\n", 1)
        self.component("T.AbstractButton {\n    Accessible.name: root.text\n}\n")

    def test_an_area_that_can_be_pressed_needs_a_name_beside_or_above_it(self):
        self.screen("Item {\n    MouseArea { onClicked: go() }\n}\n", 2)
        self.screen("Item {\n    Accessible.name: row.name\n    TapHandler { onTapped: { go(); } }\n}\n")

    def test_literal_colours_are_found_outside_the_theme(self):
        self.screen('Rectangle {\n    color: "#A6192E"\n    border.color: "red"\n    property var c: Qt.rgba(0, 0, 0, 1)\n}\n',
                    2, 3, 4)
        self.assert_clean({"qml/theme/Theme.qml": 'QtObject { readonly property color main: "#A6192E" }\n'})

    def test_transparent_and_words_that_are_no_colours_are_fine(self):
        self.screen('Rectangle {\n    color: "transparent"\n    objectName: "red"\n}\n')

    def test_literal_font_sizes_are_found_outside_the_theme(self):
        self.component("Item {\n    property int a: 3\n    font.pixelSize: 14\n    font { pointSize: 12 }\n}\n", 3, 4)

    def test_text_that_cannot_be_translated_is_found(self):
        self.screen('Item {\n    property string title: "Units"\n    Accessible.name: ready ? qsTr("Go") : "Wait"\n'
                    '    Row { placeholderText: "Name" }\n}\n', 2, 3, 4)

    def test_translated_text_comparisons_formats_and_signs_are_fine(self):
        self.screen('Item {\n    Caption {\n        text: state === "late" ? qsTr("Late: %1").arg(n)\n'
                    '            : Qt.formatDate(day, "dd/MM/yyyy") + " · "\n    }\n    title: model.name\n}\n')

    def test_a_language_has_its_own_name(self):
        self.screen('Item {\n    title: vietnamese ? "English" : "Tiếng Việt"\n}\n')

    def test_handlers_and_functions_are_no_objects(self):
        self.component("Item {\n    function f() { if (a) { b(); } }\n    onVisibleChanged: { if (x) { y(); } }\n"
                       "    states: [\n        State { name: \"on\"; when: a }\n    ]\n    Behavior on x { NumberAnimation {} }\n"
                       "    Text {\n        " + PLAIN + "\n    }\n}\n")
