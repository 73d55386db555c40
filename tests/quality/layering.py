"""Who may know whom: includes, imports and links against the table in layers.py."""
import re

from layers import LAYERS, LIBRARY_HEADERS, NEVER_BELOW_QML
from source import Finding

SOURCES = ("core", "sync", "qml", "platforms")
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
_IMPORT = re.compile(r'^[ \t]*import[ \t]+("[^"]*"|[\w.]+)', re.MULTILINE)
_COMMAND = re.compile(r"\b(thidua_library|target_link_libraries)\s*\(([^)]*)\)")
# The app is the one composition root that must stay without the server.
_NOT_FOR = {"platforms/app": {"server"}, "platforms/desktop": {"server"}, "platforms/android": {"server"},
            "platforms/ios": {"server"}}

# app is what the programs with a screen have in common; they add the way to start on their system.
_SHARED = {"platforms/desktop": {"app"}, "platforms/android": {"app"}, "platforms/ios": {"app"}}


def check(tree):
    findings = []
    for path in tree.files(SOURCES, (".h", ".cpp")):
        findings += _includes(tree, path)
    for path in tree.files(SOURCES, (".qml",)):
        findings += _imports(tree, path)
    listings = tree.files(SOURCES, ("CMakeLists.txt",))
    libraries = dict(pair for path in listings for pair in _libraries(tree, path))
    for path in listings:
        findings += _links(tree, path, libraries)
    return findings


def _folder(path):
    return "/".join(path.split("/")[:2])


def _own_layer(path):
    return next((name for name, layer in LAYERS.items() if layer.folder == _folder(path)), None)


def _includes(tree, path):
    code = tree.code(path)
    for match in _INCLUDE.finditer(code.no_comments):
        quoted, angled = match.groups()
        fault = _quoted_fault(tree, path, quoted) if quoted else _library_fault(path, angled)
        if fault:
            yield Finding(path, code.line(match.start(match.lastindex)), fault)


def _quoted_fault(tree, path, header):
    folder, name = path.rsplit("/", 1)[0], header.split("/")[0]
    if "/" not in header:
        # The headers of a QML module lie flat; moc files are made beside the source.
        beside = tree.exists(f"{folder}/{header}") or header.endswith(".moc")
        return None if beside else f'"{header}" does not name its layer'
    if name == _folder(path).split("/")[1]:
        return None
    if name in _SHARED.get(_folder(path), ()):
        return None
    if name not in LAYERS:
        return f'"{header}" is of no layer'
    return _layer_fault(path, name, header)


def _layer_fault(path, name, header=None):
    own = _own_layer(path)
    if own is None:  # a composition root
        forbidden = name in _NOT_FOR.get(_folder(path), ())
        return f"{_folder(path)} must not use {LAYERS[name].folder}" if forbidden else None
    layer = LAYERS[own]
    if name not in layer.uses:
        return f"{layer.folder} must not use {LAYERS[name].folder}"
    if header and header not in layer.only.get(name, {header}):
        return f"{layer.folder} may use only {', '.join(sorted(layer.only[name]))} of {LAYERS[name].folder}"
    return None


def _library_fault(path, header):
    for pattern, folders in LIBRARY_HEADERS.items():
        if re.fullmatch(pattern, header) and not path.startswith(tuple(f"{folder}/" for folder in folders)):
            return f"<{header}> may be included only in {', '.join(folders) or 'no folder'}"
    return None


def _imports(tree, path):
    own = _own_layer(path)
    code = tree.code(path)
    for match in _IMPORT.finditer(code.no_comments):
        module = match.group(1)
        fault = None
        if module.startswith('"'):
            fault = f"import {module}: import the module by its name"
        elif module.startswith("ThiDua.") and own and module not in LAYERS[own].modules:
            if module.split(".")[1].lower() != own:
                fault = f"{LAYERS[own].folder} must not import {module}"
        elif not re.match(r"(QtQuick|QtQml|ThiDua|QtCore)\b", module) or module == "QtQuick.LocalStorage":
            fault = f"import {module}: screens are made of Qt Quick and our own modules"
        if fault:
            yield Finding(path, code.line(match.start(1)), fault)


def _libraries(tree, path):
    """Name of each library made in a listing -> the layer of its folder; a sub-folder's library belongs to the layer."""
    for name in re.findall(r"\bthidua_library\s*\(\s*(\w+)", tree.text(path)):
        yield name.lower(), _own_layer(path) or _folder(path).split("/")[1]


def _links(tree, path, libraries):
    text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group()), tree.text(path))
    for command in _COMMAND.finditer(text):
        for word in re.finditer(r"\S+", _linked(command)):
            fault = _link_fault(path, word.group(), libraries)
            if fault:
                line = text.count("\n", 0, command.start(2) + word.start()) + 1
                yield Finding(path, line, fault)


def _linked(command):
    """The arguments, with all that is not linked blanked out, so that positions stay."""
    name, arguments = command.groups()
    if name == "target_link_libraries":
        return re.sub(r"^\s*\S+", lambda target: " " * len(target.group()), arguments)
    start = re.search(r"\b(LINKS|PRIVATE_LINKS)\b", arguments)
    return " " * start.start() + arguments[start.start():] if start else ""


def _link_fault(path, word, libraries):
    if word in ("PUBLIC", "PRIVATE", "INTERFACE", "LINKS", "PRIVATE_LINKS", "SOURCES", "thidua_warnings"):
        return None
    own = _own_layer(path)
    ours = re.fullmatch(r"(?:ThiDua::|thidua_)(\w+?)(?:plugin)?", word)
    name = ours.group(1).lower() if ours else None
    name = libraries.get(name, name)
    if name in LAYERS:
        return None if name == own else _layer_fault(path, name)
    if own is None or name == own:
        return None
    if word in NEVER_BELOW_QML and path.startswith(("core/", "sync/")):
        return f"{LAYERS[own].folder} must never link {word}"
    if word not in LAYERS[own].links:
        return f"{LAYERS[own].folder} must not link {word}"
    return None
