"""What the Python module refuses, and how it says so."""

import json

from module_case import SAMPLE, ModuleCase, calque, main


class RefusalsTest(ModuleCase):
    def test_refuses_probabilities_that_are_none(self):
        for place, value in ((("findings", 0, "probability"), 9), (("words", 0, 2), 7), (("entities", 0, "score"), -1),
                             (("source", "sentences", 0, "confidence"), -4)):
            bitext = json.loads(json.dumps(self.bitext))
            part = bitext
            for key in place[:-1]:
                part = part[key]
            part[place[-1]] = value
            with self.assertRaisesRegex(calque.Error, rf"has the probability {value}\.0+, not one in \[0, 1\]"):
                calque.write([bitext], self.path("broken.jsonl"))

    def test_names_the_argument_that_is_wrong(self):
        for name, use in (("source_language is a str", lambda: calque.Engine(source_language=None)),
                          ("stop_after_beads is a bool", lambda: calque.Engine(stop_after_beads="yes")),
                          ("names is a sequence of files", lambda: calque.Engine(names="names.tsv")),
                          ("format is a str", lambda: calque.read(self.path("x"), None)),
                          ("format is a str", lambda: calque.write([], self.path("x"), None)),
                          ("side is a str", lambda: self.engine.segment("x", side=None))):
            with self.assertRaisesRegex(TypeError, name):
                use()
        with self.assertRaises(calque.Error) as raised:
            self.engine.align(self.path("absent-1"), self.path("absent-2"))
        self.assertTrue(raised.exception.name.endswith("absent-1"))

    def test_a_failing_generator_leaves_no_file(self):
        def broken():
            yield self.bitext
            raise ZeroDivisionError
        with self.assertRaises(ZeroDivisionError):
            calque.write(broken(), self.path("broken.jsonl"))
        self.assertEqual(list(self.path("").glob("broken*")), [])

    def test_maps_errors(self):
        with self.assertRaises(calque.Error) as missing:
            self.engine.align(self.path("none.txt"), SAMPLE / "fr.txt")
        self.assertEqual(missing.exception.code, 66)
        self.assertTrue(missing.exception.name.endswith("none.txt"))
        self.path("bad.jsonl").write_text('{"schema":"calque/bitext/1"}\nx\n')
        with self.assertRaises(calque.Error) as bad:
            list(calque.read(self.path("bad.jsonl")))
        self.assertEqual((bad.exception.code, bad.exception.line), (65, 1))
        with self.assertRaises(calque.Error):
            self.engine.segment("x", side="left")
        with self.assertRaises(calque.Error):
            calque.write([self.bitext], self.path("corpus.docx"))
        with self.assertRaises(calque.Error):
            self.engine.check({"schema": "calque/bitext/1"})
        self.assertEqual(calque.Error.__module__, "calque")

    def test_says_at_once_what_cannot_be(self):
        for code, make in ((2, lambda: calque.Engine(input="bogus")),
                           (2, lambda: calque.Engine(source_language="english")),
                           (2, lambda: calque.Engine(least_probability=5)),
                           (66, lambda: calque.Engine(glossary=self.path("absent.tbx"))),
                           (66, lambda: calque.read(self.path("absent.tmx"))),
                           (66, lambda: calque.read_beads(self.path("absent.tmx"))),
                           (2, lambda: calque.read(self.path("absent.tmx"), "docx")),
                           (2, lambda: calque.write([], self.path("x"), "docx"))):
            with self.assertRaises(calque.Error) as raised:
                make()
            self.assertEqual(raised.exception.code, code, str(raised.exception))
        error = calque.Error("of a user")
        self.assertEqual((error.code, error.name, error.line, error.column), (70, "", 0, 0))
        for code in ("65 bad input", "75 try again", "130 interrupted"):
            self.assertIn(code, calque.Error.__doc__)

    def test_learns_from_nothing_but_pairs(self):
        def never():
            raise AssertionError("trained for an output that cannot be written")
            yield "", ""
        for wrong in ("abc", "ab", b"ab", ("a", "b", "c"), {"source": "a", "target": "b"}, ("a", None), (b"a", b"b"), 5):
            with self.assertRaisesRegex(TypeError, "pair 1 is no pair of texts"):
                calque.learn([("a b", "c d"), wrong], self.path("m"), source_language="en", target_language="fr")
        with self.assertRaises(calque.Error) as raised:
            calque.learn(never(), "/nowhere/m", source_language="en", target_language="fr")
        self.assertEqual(raised.exception.code, 73)
        with self.assertRaises(TypeError):
            calque.write(self.bitext, self.path("one.tmx"))

    def test_refuses_texts_that_are_no_unicode(self):
        broken = dict(self.bitext, id="\ud800")
        for use in (lambda: calque.write([broken], self.path("broken.jsonl")), lambda: self.engine.check(broken),
                    lambda: self.engine.segment("\ud800"),
                    lambda: calque.learn([("\ud800", "a")], self.path("m"), source_language="en",
                                         target_language="fr")):
            self.assertRaises(UnicodeEncodeError, use)
        self.assertEqual(list(self.path("").glob("broken*")), [])

    def test_refuses_names_that_the_system_would_cut_short(self):
        for use in (lambda name: calque.write([self.bitext], name), calque.read,
                    lambda name: calque.Engine(model=name), lambda name: self.engine.align(name, name)):
            with self.assertRaisesRegex(ValueError, "null byte"):
                use(str(self.path("x")) + "\0.jsonl")
        self.assertFalse(self.path("x").exists())


if __name__ == "__main__":
    main()
