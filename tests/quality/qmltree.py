"""QML as a tree of objects: as much of the language as the rules of qmlrules.py need."""
import re
from dataclasses import dataclass, field

from source import Code

_OBJECT = re.compile(r"(?:^|[\s:;\[,{}])((?:[A-Z]\w*\.)?[A-Z]\w*)\s*(?:on\s+[\w.]+\s*)?$")
_PROPERTY = re.compile(r"(?:(?:default|required|readonly)\s+)*(?:property\s+[\w<>.]+\s+)?([\w.]+)\s*:(?!:)")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass
class Property:
    name: str
    start: int  # of the name
    value: tuple  # start and end of the expression


@dataclass
class Object:
    type: str
    start: int
    parent: "Object" = None
    properties: list = field(default_factory=list)
    children: list = field(default_factory=list)

    def has(self, name):
        return any(property.name == name for property in self.properties)

    def property(self, name):
        return next((property for property in self.properties if property.name == name), None)


class Document:
    def __init__(self, text):
        self.code = Code(text)
        self.objects = []
        self._bare = self.code.bare
        at = 0
        while (brace := self._bare.find("{", at)) >= 0:
            kind = self._type_before(brace)
            at = self._object(kind, brace, None) if kind else self._skip(brace)

    def value(self, prop):
        return self.code.no_comments[prop.value[0]:prop.value[1]]

    def line(self, position):
        return self.code.line(position)

    def _type_before(self, brace):
        match = _OBJECT.search(self._bare[max(0, brace - 200):brace])
        return match and match.group(1)

    def _skip(self, opening):
        """Position after the bracket that closes the one at opening."""
        depth = 0
        for at in range(opening, len(self._bare)):
            depth += (self._bare[at] in _OPENING) - (self._bare[at] in _CLOSING)
            if depth == 0:
                return at + 1
        return len(self._bare)

    def _object(self, kind, brace, parent):
        made = Object(kind, brace, parent)
        self.objects.append(made)
        if parent:
            parent.children.append(made)
        at = brace + 1
        while at < len(self._bare) and self._bare[at] != "}":
            at = self._member(made, at)
        return at + 1

    def _member(self, owner, at):
        """One step inside an object: a property, a child, a function or a single character."""
        if self._bare[at].isspace() or self._bare[at] == ";":
            return at + 1
        match = _PROPERTY.match(self._bare, at)
        if match:
            return self._property(owner, match)
        end = at
        while end < len(self._bare) and self._bare[end] not in "{}\n;":
            end = self._skip(end) if self._bare[end] in "([" else end + 1
        if end < len(self._bare) and self._bare[end] == "{":
            kind = self._type_before(end)
            return self._object(kind, end, owner) if kind else self._skip(end)
        return max(end, at + 1) if end < len(self._bare) and self._bare[end] == "}" else end + 1

    def _property(self, owner, match):
        name, at = match.group(1), match.end()
        while at < len(self._bare) and self._bare[at] in " \t\n":
            at += 1
        prop = Property(name, match.start(1), (at, at))
        owner.properties.append(prop)
        end = self._expression_end(owner, at)
        prop.value = (at, end)
        return end

    def _expression_end(self, owner, at):
        bare = self._bare
        while at < len(bare) and bare[at] not in ";}":
            if bare[at] == "\n" and not self._continues(at):
                break
            if bare[at] == "{":
                kind = self._type_before(at)
                at = self._object(kind, at, owner) if kind else self._skip(at)
            elif bare[at] == "[":
                at = self._list(owner, at)
            elif bare[at] == "(":
                at = self._skip(at)
            else:
                at += 1
        return at

    def _list(self, owner, opening):
        end, at = self._skip(opening), opening + 1
        while 0 <= (brace := self._bare.find("{", at, end)):
            kind = self._type_before(brace)
            at = self._object(kind, brace, owner) if kind else self._skip(brace)
        return end

    def _continues(self, newline):
        """An expression goes on when an operator stands at either side of the line break."""
        before = self.code.no_comments[:newline].rstrip()
        after = self.code.no_comments[newline:].lstrip()
        return before.endswith(("?", ":", "&&", "||", "+", "-", "*", "==", "=", ",", "(")) or \
            after.startswith(("?", ": ", "&&", "||", "+", "- ", "* ", "==", "!=", "."))
