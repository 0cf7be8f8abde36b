"""What the browser tests share: one browser a class, and the checks that hold for every page."""

import pathlib
import sys
import tempfile
import unittest

import webdriver

COMMAND = None


class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="calque-pages-")
        cls.browser = webdriver.Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def assert_accessible(self):
        """Each control that can be reached has a name, as Chromium's accessibility tree computes it."""
        tree = self.browser.devtools("Accessibility.getFullAXTree", {})["nodes"]
        controls = {"button", "link", "checkbox", "combobox", "searchbox", "textbox", "group", "image",
                    "region", "navigation"}
        seen = set()
        for node in tree:
            role = node.get("role", {}).get("value", "").lower()
            role = "image" if role in ("img", "svgroot") else role
            if node.get("ignored") or role not in controls:
                continue
            seen.add(role)
            self.assertTrue(node.get("name", {}).get("value"), f"no name: {node}")
        return seen

    def assert_contrast(self):
        for scheme in ("light", "dark"):
            self.browser.emulate(scheme=scheme)
            self.browser.wait("document.documentElement.dataset.theme === arguments[0]", scheme)
            contrast = self.browser.run(
                pathlib.Path(__file__).with_name("contrast.js").read_text("utf-8"))
            self.assertGreater(contrast["checked"], 15)
            self.assertEqual(contrast["poor"], [], scheme)
        self.browser.emulate(scheme="light")


def main():
    global COMMAND
    if not webdriver.available():
        print("SKIPPED: chromium and chromium-driver of Debian are not installed")
        sys.exit(77)
    COMMAND = sys.argv.pop(1)
    unittest.main(module="__main__", verbosity=2)
