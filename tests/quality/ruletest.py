"""A rule is shown a small tree and must point at exactly the given places."""
import tempfile
import unittest
from pathlib import Path

from source import Tree


class RuleTest(unittest.TestCase):
    rule = None  # check(tree)

    def findings(self, files):
        with tempfile.TemporaryDirectory() as place:
            for path, text in files.items():
                target = Path(place) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            return sorted(type(self).rule(Tree(place)))

    def assert_found(self, files, *places):
        """places: "path:line"."""
        self.assertEqual([f"{found.path}:{found.line}" for found in self.findings(files)], sorted(places))

    def assert_clean(self, files):
        self.assertEqual([str(found) for found in self.findings(files)], [])
