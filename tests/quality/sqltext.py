"""SQL is written whole, with parameters: never put together from pieces, never SELECT *, tables STRICT."""
import re

from source import Finding

# PRAGMA is not among them: it takes no parameters.
_SQL = re.compile(r"\s*(SELECT|INSERT( OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO|CREATE|ALTER TABLE|DROP|WITH"
                  r"|SAVEPOINT|ATTACH)\s+\S")
_WRAPPED = re.compile(r"(QStringLiteral|QLatin1String(View)?|QLatin1StringView|QByteArrayLiteral|QByteArray|QString|u8?)"
                      r"\s*\(?\s*$")
_STAR = re.compile(r"\bSELECT\s+(\w+\.)?\*", re.IGNORECASE)
_TABLE = re.compile(r"\bCREATE\s+TABLE\b.*?;", re.IGNORECASE | re.DOTALL)
# The folders that may hold SQL at all.
MAY_HOLD_SQL = ("core/sql/", "core/store/", "sync/server/")


def check(tree):
    findings = []
    for path in tree.files(("core", "sync", "qml", "platforms"), (".h", ".cpp")):
        findings += _in_code(path, tree.code(path))
    for path in tree.files(("core", "sync"), (".sql",)):
        if "postgres" in path:
            continue  # knows no STRICT, and is strict anyway
        findings += _in_script(path, tree.text(path))
    return findings


def _in_code(path, code):
    for first, last, content in _statements(code):
        line = code.line(first.start)
        if not path.startswith(MAY_HOLD_SQL):
            yield Finding(path, line, "SQL outside core/sql, core/store and sync/server")
        if _is_pieced(code.bare, first, last):
            yield Finding(path, line, "SQL put together from pieces: write it whole and bind parameters")
        if _STAR.search(content):
            yield Finding(path, line, "SELECT *: name the columns")


def _statements(code):
    """Runs of adjacent texts that together are SQL."""
    texts = [literal for literal in code.literals if code.text[literal.start] in '"R']
    at = 0
    while at < len(texts):
        last = at
        while last + 1 < len(texts) and not code.bare[texts[last].end:texts[last + 1].start].strip():
            last += 1
        content = "".join(text.content for text in texts[at:last + 1])
        if _SQL.match(content):
            yield texts[at], texts[last], content
        at = last + 1


def _is_pieced(bare, first, last):
    before = _WRAPPED.sub("", bare[:first.start].rstrip()).rstrip()
    after = re.sub(r"^(_L1|_s|_ba|_qba|\s|\))+", "", bare[last.end:])
    return before.endswith(("+", "+=", "%")) or re.match(r"(\+|%|\.arg\b|\.append\b|\.replace\b)", after) is not None


def _in_script(path, text):
    bare = re.sub(r"--[^\n]*", lambda comment: " " * len(comment.group()), text)
    for match in _STAR.finditer(bare):
        yield Finding(path, bare.count("\n", 0, match.start()) + 1, "SELECT *: name the columns")
    for table in _TABLE.finditer(bare):
        if not re.search(r"\)\s*[^)]*\bSTRICT\b[^)]*;$", table.group(), re.IGNORECASE):
            yield Finding(path, bare.count("\n", 0, table.start()) + 1, "a table that is not STRICT")
