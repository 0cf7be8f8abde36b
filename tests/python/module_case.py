"""What the tests of the Python module share. Each is run as NAME_test.py FOLDER SOURCE, the built package's folder and
the tree."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, sys.argv[1])
import calque  # noqa: E402

TREE = pathlib.Path(sys.argv[2])
SAMPLE = TREE / "corpora/samples/economy-ghana"


class ModuleCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = calque.Engine(source_language="en", target_language="fr")
        cls.bitext = cls.engine.align(SAMPLE / "en.txt", SAMPLE / "fr.txt")
        cls.folder = tempfile.TemporaryDirectory(prefix="calque-python-")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return pathlib.Path(self.folder.name, name)


def main():
    del sys.argv[1:3]
    unittest.main(verbosity=2)
