"""The rules on the real folder, and on the same folder with one thing made wrong."""
import os
import unittest
from pathlib import Path

from androidrules import check

FOLDER = Path(os.environ["THIDUA_ROOT"]) / "platforms/android"
FILES = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.xml"))}
MANIFEST = "AndroidManifest.xml"
NETWORK = "res/xml/network_security_config.xml"


class AndroidRules(unittest.TestCase):
    def wrong(self, path, old, new, expected):
        self.assertIn(old, FILES[path], "the sample must still be in the file")
        findings = check(FILES | {path: FILES[path].replace(old, new, 1)})
        self.assertTrue(any(expected in finding for finding in findings), findings)

    def test_the_package_keeps_every_rule(self):
        self.assertEqual(check(FILES), [])

    def test_xml_that_is_not_well_formed_is_found(self):
        self.wrong(MANIFEST, "</application>", "", "mismatched tag")

    def test_a_component_that_does_not_say_whether_it_is_exported_is_found(self):
        self.wrong(MANIFEST, 'android:exported="false"', "", "does not say")

    def test_a_second_exported_component_is_found(self):
        self.wrong(MANIFEST, 'android:exported="false"', 'android:exported="true"', "not the launcher")

    def test_backup_is_found(self):
        self.wrong(MANIFEST, 'allowBackup="false"', 'allowBackup="true"', "allowBackup")
        self.wrong(MANIFEST, "android:dataExtractionRules", "android:dataExtractionRule", "dataExtractionRules")
        self.wrong("res/xml/data_extraction_rules.xml", '<exclude domain="database" path="." />', "", "take database")

    def test_cleartext_and_foreign_authorities_are_found(self):
        self.wrong(MANIFEST, 'usesCleartextTraffic="false"', 'usesCleartextTraffic="true"', "usesCleartextTraffic")
        self.wrong(NETWORK, 'cleartextTrafficPermitted="false"', 'cleartextTrafficPermitted="true"', "cleartext")
        self.wrong(NETWORK, 'src="system"', 'src="user"', "trusts user")

    def test_a_permission_without_a_reason_is_found(self):
        self.wrong(MANIFEST, "permission.ACCESS_NETWORK_STATE", "permission.READ_CONTACTS", "READ_CONTACTS")

    def test_a_debuggable_package_is_found(self):
        self.wrong(MANIFEST, "<application", '<application android:debuggable="true"', "debuggable")

    def test_handing_out_all_files_is_found(self):
        self.wrong("res/xml/file_paths.xml", 'path="shared/"', 'path="."', "too much")
        self.wrong("res/xml/file_paths.xml", "cache-path", "root-path", "too much")

    def test_a_text_missing_in_one_language_is_found(self):
        self.wrong("res/values-en/strings.xml", "app_name", "other_name", "not in every language (en)")

    def test_a_reference_to_nothing_is_found(self):
        self.wrong(MANIFEST, "@xml/file_paths", "@xml/file_path", "@xml/file_path does not exist")


if __name__ == "__main__":
    unittest.main()
