#!/usr/bin/env python3
"""check.py RULE ROOT: prints path:line: finding for each break of the rule; exit 1 if there is any."""
import sys

import determinism
import house
import layering
import namedtests
import qmlrules
import sqltext
import translations
from source import Tree

SHOWN = 40  # the first ones say what is wrong
RULES = {
    "layering": layering.check,
    "determinism": determinism.check,
    "sql": sqltext.check,
    "qml": qmlrules.check,
    "translations": translations.check,
    "top-level": house.check_top_level,
    "file-size": house.check_file_size,
    "named-tests": namedtests.check,
}


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(RULES))
        return 0
    rule, root = arguments
    findings = sorted(RULES[rule](Tree(root)))
    for finding in findings[:SHOWN]:
        print(finding)
    if len(findings) > SHOWN:
        print("…")
    print(f"{rule}: {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
