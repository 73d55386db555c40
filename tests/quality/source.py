"""The tree that the rules look at, and what all rules share: findings, and code without comments or texts."""
import bisect
import os
import re
from dataclasses import dataclass
from pathlib import Path

# Made by tools or by git; never the project's own.
NOT_OURS = {".git", "build", ".cache", "__pycache__"}


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


class Tree:
    """The files under one root, by their path from it."""

    def __init__(self, root):
        self.root = Path(root)
        self._texts = {}

    def files(self, folders, suffixes):
        found = []
        for folder in folders:
            for place, below, names in os.walk(self.root / folder):
                below[:] = sorted(name for name in below if name not in NOT_OURS)
                found += [(Path(place) / name).relative_to(self.root).as_posix()
                          for name in sorted(names) if name.endswith(tuple(suffixes))]
        return found

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = (self.root / path).read_text(encoding="utf-8")
        return self._texts[path]

    def exists(self, path):
        return (self.root / path).exists()

    def code(self, path):
        return Code(self.text(path))


# A raw string, a text, a character (but not the ' of 1'000), a block comment or a line comment.
_LEXEME = re.compile(
    r'R"(?P<mark>[^()\s\\"]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])*'"
    r"|`(?:\\.|[^`\\])*`"
    r"|/\*.*?\*/"
    r"|//[^\n]*",
    re.DOTALL)


@dataclass(frozen=True)
class Literal:
    start: int
    end: int
    content: str


class Code:
    """C++ or QML text. All views have the length of the text, so that positions mean the same in each."""

    def __init__(self, text):
        self.text = text
        self.literals = []
        no_comments, bare, at = [], [], 0
        for lexeme in _LEXEME.finditer(text):
            between = text[at:lexeme.start()]
            word = lexeme.group()
            blank = re.sub(r"[^\n]", " ", word)
            is_comment = word.startswith(("//", "/*"))
            if not is_comment:
                self.literals.append(Literal(lexeme.start(), lexeme.end(), _content(word)))
            no_comments += [between, blank if is_comment else word]
            bare += [between, blank if is_comment else f'"{blank[1:-1]}"']
            at = lexeme.end()
        self.no_comments = "".join(no_comments) + text[at:]
        self.bare = "".join(bare) + text[at:]  # no comments; of texts only the quotes
        self._starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def line(self, position):
        return bisect.bisect_right(self._starts, position)


def _content(word):
    if word.startswith("R"):
        return word[word.index("(") + 1:word.rindex(")")]
    return word[1:-1]
