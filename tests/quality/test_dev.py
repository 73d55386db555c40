"""The script that everything starts with: it says what it can do, and refuses what it cannot."""
import subprocess
import tempfile
import unittest
from pathlib import Path

DEV = Path(__file__).resolve().parents[2] / "dev"
COMMANDS = ("run", "test", "bench", "soak", "lint", "package", "server", "device")


class Dev(unittest.TestCase):
    def call(self, *arguments):
        with tempfile.TemporaryDirectory() as elsewhere:
            return subprocess.run([DEV, *arguments], cwd=elsewhere, capture_output=True, text=True)

    def test_without_a_command_it_lists_them_all(self):
        called = self.call()
        self.assertEqual(called.returncode, 0)
        for command in COMMANDS:
            self.assertIn(f"./dev {command} ", called.stdout)

    def test_every_command_of_the_list_exists(self):
        script = DEV.read_text(encoding="utf-8")
        for command in COMMANDS[:6]:
            self.assertIn(f"command_{command}() {{", script)

    def test_an_unknown_command_is_refused_with_the_list(self):
        called = self.call("tset")
        self.assertEqual(called.returncode, 2)
        self.assertIn("./dev test", called.stderr)


if __name__ == "__main__":
    unittest.main()
