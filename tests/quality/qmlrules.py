"""What every screen must keep: data as plain text, sizes and colours from the theme, names for the screen reader,
all text translatable."""
import re

from qmltree import Document
from source import Finding

FOLDERS = ("qml", "platforms")
COLOURS = ("black|white|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|light\\w+|dark\\w+|gold|teal|navy|cyan"
           "|magenta|maroon|olive|silver|lime|aqua|crimson|salmon|tomato|steelblue|whitesmoke")
_COLOUR = re.compile(rf'^(#[0-9a-fA-F]{{3,8}}|{COLOURS})$')
_COLOUR_CALL = re.compile(r"\bQt\.(rgba|hsla|hsva|tint)\s*\(|\bMaterial\.(color|accent|primary)\b")
_FONT_SIZE = re.compile(r"\b(pixelSize|pointSize)\s*:\s*\d")

TEXTS = {"Text", "Label", "TextEdit"}
HANDLERS = {"MouseArea", "TapHandler"}
BUTTONS = {"AbstractButton", "Button", "RoundButton", "ToolButton", "TabButton", "ItemDelegate", "CheckDelegate",
           "RadioDelegate", "SwitchDelegate", "SwipeDelegate", "MenuItem", "CheckBox", "RadioButton", "Switch",
           "ComboBox", "DelayButton", "Slider", "SpinBox", "TextField", "TextArea"}

TEXT_PROPERTIES = {"text", "title", "subtitle", "label", "caption", "placeholderText", "description", "message", "hint",
                   "heading", "explanation", "helpText", "errorText", "emptyText", "actionText", "prefix", "suffix",
                   "Accessible.name", "Accessible.description", "ToolTip.text"}
# A language is offered under its own name, whatever the present one is.
LANGUAGES = {"Tiếng Việt", "English"}
_TRANSLATED = re.compile(r"\b(qsTr|qsTranslate|qsTrId)\s*\(")
_FORMATTED = re.compile(r"\b(Qt\.format\w+|toLocaleString|toLocaleDateString|toLocaleTimeString|toString)\s*\(")


def check(tree):
    findings = []
    for path in tree.files(FOLDERS, (".qml",)):
        document = Document(tree.text(path))
        rules = [_plain_text, _pressables]
        if not path.startswith("qml/theme/"):  # where the colours and sizes are, and no words
            rules += [_translatable, _colours, _font_sizes]
        for rule in rules:
            findings += [Finding(path, document.line(at), text) for at, text in rule(path, document)]
    return findings


def _base(type_name):
    return type_name.split(".")[-1]


def _plain_text(path, document):
    for item in document.objects:
        given = item.property("textFormat")
        plain = given is not None and re.match(r"(Text|TextEdit|Label)\.PlainText\b", document.value(given))
        if given is not None and not plain:
            yield given.start, "a textFormat other than PlainText"
        elif given is None and _base(item.type) in TEXTS:
            yield item.start, f"{item.type} without textFormat: Text.PlainText (the default fetches images named in data)"


def _pressables(path, document):
    for item in document.objects:
        kind = _base(item.type)
        if kind in BUTTONS and not path.startswith("qml/components/"):
            yield item.start, f"a bare {kind}: use the one of ThiDua.Components"
        elif kind in BUTTONS and not _is_named(item) and not item.has("text"):
            yield item.start, f"{kind} without Accessible.name"
        elif kind in HANDLERS and not _is_named(item) and not (item.parent and _is_named(item.parent)):
            yield item.start, f"{kind} in something without Accessible.name"


def _is_named(item):
    return any(name.startswith("Accessible.") and name in ("Accessible.name", "Accessible.ignored")
               for name in (property.name for property in item.properties))


def _colours(path, document):
    for literal in document.code.literals:
        if _COLOUR.match(literal.content) and _is_colour_place(document, literal):
            yield literal.start, f'"{literal.content}": colours come from the theme'
    for match in _COLOUR_CALL.finditer(document.code.bare):
        yield match.start(), f"{match.group().rstrip('( ')}: colours come from the theme"


def _is_colour_place(document, literal):
    """#rrggbb is a colour anywhere; a word such as "red" only in a property that is named after colour."""
    if literal.content.startswith("#"):
        return True
    line_start = document.code.text.rfind("\n", 0, literal.start) + 1
    return re.search(r"colou?r\w*\s*:", document.code.bare[line_start:literal.start], re.IGNORECASE) is not None


def _font_sizes(path, document):
    for match in _FONT_SIZE.finditer(document.code.bare):
        yield match.start(), "a literal font size: sizes come from the theme"


def _translatable(path, document):
    for item in document.objects:
        for prop in item.properties:
            if prop.name not in TEXT_PROPERTIES:
                continue
            for at, words in _untranslated(document, prop):
                yield at, f'"{words}" is shown, but not in qsTr()'


def _untranslated(document, prop):
    start, end = prop.value
    excused = [span for call in (_TRANSLATED, _FORMATTED) for span in _calls(document.code.bare, call, start, end)]
    for literal in document.code.literals:
        is_words = re.search(r"[^\W\d_]", literal.content) and literal.content not in LANGUAGES
        if not start <= literal.start < end or not is_words:
            continue
        compared = re.search(r"[=!]=\s*$", document.code.bare[start:literal.start]) or \
            re.match(r"\s*[=!]=", document.code.bare[literal.end:end])
        if not compared and not any(a <= literal.start < b for a, b in excused):
            yield literal.start, literal.content


def _calls(bare, pattern, start, end):
    for match in pattern.finditer(bare, start, end):
        depth, at = 1, match.end()
        while at < end and depth:
            depth += (bare[at] == "(") - (bare[at] == ")")
            at += 1
        yield match.start(), at
