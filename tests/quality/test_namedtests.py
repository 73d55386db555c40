import namedtests
from ruletest import RuleTest


class NamedTests(RuleTest):
    rule = staticmethod(namedtests.check)
    SOURCE = {"tests/core/tst_a.cpp": "    void itHolds()\n    {\n        // itHeld()\n    }\n"}

    def test_a_test_that_exists_may_be_named(self):
        self.assert_clean(self.SOURCE | {"tests/README.md": "| N1 | `tst_a::itHolds` |"})

    def test_a_function_that_is_gone_or_only_mentioned_is_found(self):
        self.assert_found(self.SOURCE | {"tests/README.md": "\n`tst_a::itHeld`"}, "tests/README.md:2")

    def test_a_file_that_is_gone_is_found(self):
        self.assert_found(self.SOURCE | {"tests/README.md": "`tst_b::itHolds`"}, "tests/README.md:1")
