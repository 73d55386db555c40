"""aapt compiles manifest and resources, as far as Debian's Android framework (API 29) knows them."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

FOLDER = Path(os.environ["THIDUA_ROOT"]) / "platforms/android"
FRAMEWORK = Path("/usr/share/android-framework-res/framework-res.apk")
# Attributes that came after API 29: unknown to this framework, ignored by the systems that do not know them.
NEWER = {"dataExtractionRules": 31, "localeConfig": 33, "allowNativeHeapPointerTagging": 30}


def filled(manifest):
    """As androiddeployqt and Gradle would leave it, without what the framework here is too old for."""
    package = re.search(r'package="([^"]+)"', manifest).group(1)
    manifest = manifest.replace("-- %%INSERT_VERSION_CODE%% --", "1").replace("${applicationId}", package)
    manifest = re.sub(r"-- %%INSERT_\w+%% --", "1.0", manifest)
    return re.sub(rf'\s+android:({"|".join(NEWER)})="[^"]*"', "", manifest)


@unittest.skipUnless(shutil.which("aapt") and FRAMEWORK.exists(), "needs Debian's aapt and android-framework-res")
class Packaging(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = Path(place.name)
        shutil.copytree(FOLDER / "res", self.place / "res")
        (self.place / "AndroidManifest.xml").write_text(
            filled((FOLDER / "AndroidManifest.xml").read_text(encoding="utf-8")), encoding="utf-8")

    def package(self):
        return subprocess.run(
            ["aapt", "package", "-f", "-M", self.place / "AndroidManifest.xml", "-S", self.place / "res",
             "-I", FRAMEWORK, "--min-sdk-version", "26", "--target-sdk-version", "34", "-F", self.place / "made.apk"],
            capture_output=True, text=True)

    def badging(self):
        return subprocess.run(["aapt", "dump", "badging", self.place / "made.apk"],
                              capture_output=True, text=True, check=True).stdout

    def test_manifest_and_resources_compile(self):
        made = self.package()
        self.assertEqual(made.returncode, 0, made.stderr)
        badging = self.badging()
        for line in ("package: name='vn.thidua.app' versionCode='1'", "sdkVersion:'26'", "targetSdkVersion:'34'",
                     "application-label:'Thi đua'", "application-label-en:'ThiDua'",
                     "launchable-activity: name='org.qtproject.qt.android.bindings.QtActivity'",
                     "supports-screens: 'small' 'normal' 'large' 'xlarge'"):
            self.assertIn(line, badging)

    def test_the_package_asks_for_nothing_that_the_manifest_does_not_name(self):
        self.assertEqual(self.package().returncode, 0)
        self.assertEqual(set(re.findall(r"uses-permission: name='([^']+)'", self.badging())),
                         {"android.permission.INTERNET", "android.permission.ACCESS_NETWORK_STATE"})

    def test_a_misspelt_attribute_does_not_compile(self):
        path = self.place / "AndroidManifest.xml"
        path.write_text(path.read_text(encoding="utf-8").replace("android:launchMode", "android:launchmode"))
        self.assertNotEqual(self.package().returncode, 0)

    def test_a_misspelt_style_does_not_compile(self):
        path = self.place / "res/values/themes.xml"
        path.write_text(path.read_text(encoding="utf-8").replace("@color/identity", "@color/identiti"))
        self.assertNotEqual(self.package().returncode, 0)


@unittest.skipUnless(shutil.which("xmllint"), "needs libxml2-utils")
class WellFormed(unittest.TestCase):
    def test_xmllint_reads_every_file(self):
        files = sorted(FOLDER.rglob("*.xml"))
        self.assertGreater(len(files), 10)
        read = subprocess.run(["xmllint", "--noout", "--nonet", *files], capture_output=True, text=True)
        self.assertEqual(read.returncode, 0, read.stderr)


if __name__ == "__main__":
    unittest.main()
