"""Every text of the sources is in each translation, translated, and nothing is left over."""
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from source import Finding

FOLDER = "qml/i18n"
SOURCES = ("qml", "core", "sync", "platforms")
LUPDATE = ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate")


def check(tree):
    files = tree.files((FOLDER,), (".ts",)) if tree.exists(FOLDER) else []
    if not files:
        return []
    wanted = _wanted(tree.root)
    return [finding for path in files for finding in compare(path, tree.text(path), wanted)]


def compare(path, ts, wanted):
    """wanted: (context, source, comment) of every text that the sources show. The sources are English: a file for
    English holds only what a number changes."""
    had = dict(_messages(ts))
    if path.endswith("_en.ts"):
        wanted = {key for key in wanted if "%n" in key[1]}
    for key in sorted(set(wanted) - set(had)):
        yield Finding(path, 1, f'"{key[1]}" ({key[0]}) is missing: run lupdate')
    for key, (state, words) in sorted(had.items()):
        if key not in wanted:
            yield Finding(path, 1, f'"{key[1]}" ({key[0]}) is in no source any more: run lupdate')
        elif state or not words:
            yield Finding(path, 1, f'"{key[1]}" ({key[0]}) is {state or "empty"}')


def _wanted(root):
    lupdate = next((found for name in LUPDATE if (found := shutil.which(name))), None)
    if lupdate is None:
        raise SystemExit("lupdate is missing (Debian: qt6-l10n-tools)")
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / "all.ts"
        folders = [str(root / folder) for folder in SOURCES]
        subprocess.run([lupdate, "-I", str(root / "qml"), "-silent", "-no-obsolete", *folders, "-ts", str(made)], check=True)
        return {key for key, _ in _messages(made.read_text(encoding="utf-8"))}


def _messages(ts):
    for context in ElementTree.fromstring(ts).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            translation = message.find("translation")
            if translation is None:
                yield key, ("missing", "")
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            words = all(forms) if forms else bool(translation.text)
            yield key, (translation.get("type", ""), words)
