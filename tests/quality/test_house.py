import unittest

import house
import translations
from ruletest import RuleTest


class TopLevel(RuleTest):
    rule = staticmethod(house.check_top_level)

    def test_what_the_house_knows_may_lie_at_the_top(self):
        self.assert_clean({"README.md": "", "dev": "", "core/base/a.h": "", "build/x": "", ".ci/run": ""})

    def test_anything_else_is_found(self):
        self.assert_found({"notes.txt": "", "utils/a.h": ""}, "notes.txt:1", "utils:1")


class FileSize(RuleTest):
    rule = staticmethod(house.check_file_size)

    def test_a_file_of_500_lines_is_fine_and_one_more_is_found(self):
        self.assert_found({"core/base/a.cpp": "\n" * 500, "qml/theme/B.qml": "\n" * 501, "core/base/c.tsv": "\n" * 900},
                          "qml/theme/B.qml:501")


class Translations(unittest.TestCase):
    WANTED = {("Home", "Units", ""), ("Home", "%n days", "")}

    @staticmethod
    def ts(*messages):
        return f"<TS><context><name>Home</name>{''.join(messages)}</context></TS>"

    UNITS = "<message><source>Units</source><translation>Đơn vị</translation></message>"
    DAYS = ('<message numerus="yes"><source>%n days</source><translation><numerusform>%n ngày</numerusform>'
            "</translation></message>")

    def findings(self, *messages):
        return [found.text for found in translations.compare("vi.ts", self.ts(*messages), self.WANTED)]

    def test_a_complete_translation_is_fine(self):
        self.assertEqual(self.findings(self.UNITS, self.DAYS), [])

    def test_a_missing_text_is_found(self):
        self.assertEqual(self.findings(self.DAYS), ['"Units" (Home) is missing: run lupdate'])

    def test_an_unfinished_and_an_empty_one_are_found(self):
        unfinished = self.UNITS.replace("<translation>", '<translation type="unfinished">')
        empty = self.DAYS.replace("%n ngày", "")
        self.assertEqual(self.findings(unfinished, empty), ['"%n days" (Home) is empty', '"Units" (Home) is unfinished'])

    def test_english_needs_only_what_a_number_changes(self):
        found = list(translations.compare("x_en.ts", self.ts(), self.WANTED))
        self.assertEqual([finding.text for finding in found], ['"%n days" (Home) is missing: run lupdate'])

    def test_a_text_that_no_source_shows_any_more_is_found(self):
        gone = "<message><source>Old</source><translation>Cũ</translation></message>"
        self.assertEqual(self.findings(self.UNITS, self.DAYS, gone), ['"Old" (Home) is in no source any more: run lupdate'])
