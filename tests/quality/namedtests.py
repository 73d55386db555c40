"""A test that a page of tests/ names as `file::function` exists: tests/README.md is believed by people."""
import re
from pathlib import PurePosixPath

from source import Finding

NAMED = re.compile(r"`(\w+)::(\w+)`")


def check(tree):
    by_name = {}
    for path in tree.files(("tests",), (".cpp", ".qml", ".py")):
        by_name.setdefault(PurePosixPath(path).stem, []).append(path)
    findings = []
    for page in tree.files(("tests",), (".md",)):
        for number, line in enumerate(tree.text(page).split("\n"), 1):
            for file, function in NAMED.findall(line):
                paths = by_name.get(file, [])
                if not paths:
                    findings.append(Finding(page, number, f"there is no {file} under tests"))
                elif not any(re.search(rf"\b{function}\s*\(", tree.code(path).bare) for path in paths):
                    findings.append(Finding(page, number, f"{paths[0]} has no {function}"))
    return findings
