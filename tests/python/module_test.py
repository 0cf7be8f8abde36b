"""What the Python module does."""

import os
import pathlib

from module_case import SAMPLE, TREE, ModuleCase, calque, main


class ModuleTest(ModuleCase):
    def test_aligns_files_and_texts_alike(self):
        self.assertEqual(self.bitext["schema"], "calque/bitext/1")
        texts = self.engine.align_texts((SAMPLE / "en.txt").read_text("utf-8"),
                                        (SAMPLE / "fr.txt").read_text("utf-8"))
        self.assertEqual(texts["beads"], self.bitext["beads"])
        self.assertEqual(texts["findings"], self.bitext["findings"])
        pairs = {(calque.text_at(self.bitext["source"], self.bitext["source_mentions"][link["source"]]["span"]),
                  calque.text_at(self.bitext["target"], self.bitext["target_mentions"][link["target"]]["span"]))
                 for link in self.bitext["entities"]}
        self.assertIn(("IMF", "FMI"), pairs)
        self.assertTrue(any(finding["category"] == "addition" for finding in self.bitext["findings"]))

    def test_aligns_sentences(self):
        english = ["The port was closed on Monday.", "", "Nobody was hurt, the police said."]
        french = ["Le port a été fermé lundi.", "Personne n'a été blessé, selon la police."]
        bitext = self.engine.align_lines(english, iter(french))
        self.assertEqual([len(bitext[side]["sentences"]) for side in ("source", "target")], [3, 2])
        beads = {(tuple(bead["source"]), tuple(bead["target"])) for bead in bitext["beads"]}
        self.assertIn(((2, 3), (1, 2)), beads)
        self.assertEqual(self.engine.align_lines([], [])["beads"], [])
        with self.assertRaises(ValueError):
            self.engine.align_lines(["One.\nTwo."], french)
        with self.assertRaises(TypeError):
            self.engine.align_lines("One.", french)

    def test_leaves_out_what_is_not_asked_for(self):
        engine = calque.Engine(source_language="en", target_language="fr", stop_after_beads=True)
        bitext = engine.align(SAMPLE / "en.txt", SAMPLE / "fr.txt")
        self.assertEqual(bitext["beads"], self.bitext["beads"])
        self.assertFalse(bitext.get("words") or bitext.get("source_mentions") or bitext.get("findings"))
        with self.assertRaises(TypeError):
            calque.Engine(stop_after_beads="yes")

    def test_checks_given_beads(self):
        merged = dict(self.bitext)
        first, second = self.bitext["beads"][:2]
        merged["beads"] = [{"source": [first["source"][0], second["source"][1]],
                            "target": [first["target"][0], second["target"][1]]}] + self.bitext["beads"][2:]
        checked = self.engine.check(merged)
        self.assertEqual([bead["source"] for bead in checked["beads"]],
                         [bead["source"] for bead in merged["beads"]])
        self.assertEqual(checked["id"], merged["id"])
        self.assertTrue(checked["words"])

    def test_checks_languages_that_a_file_does_not_name(self):
        self.path("unnamed.tsv").write_text(
            "The minister said on Friday that 690 people had left the town.\t"
            "Le ministre a annoncé jeudi que 690 personnes ont quitté la ville.\n", encoding="utf-8")
        bitext = next(calque.read(self.path("unnamed.tsv")))
        self.assertEqual([bitext[side]["language"] for side in ("source", "target")], ["und", "und"])
        for engine in (self.engine, calque.Engine()):
            checked = engine.check(bitext)
            self.assertEqual([checked[side]["language"] for side in ("source", "target")], ["en", "fr"])
            self.assertEqual([each["category"] for each in checked["findings"]], ["weekday-changed"])
        rows = list(calque.read_beads(self.path("unnamed.tsv"), target_language="fr"))
        self.assertEqual((rows[0]["source_language"], rows[0]["target_language"]), ("und", "fr"))

    def test_remarks_on_what_it_made(self):
        self.assertEqual(self.engine.remarks(self.bitext), [])
        model = TREE / "corpora/models/en-fr.calque"
        other = calque.Engine(source_language="de", target_language="es", model=model)
        bitext = other.align_lines(["Der Hafen ist zu."], ["El puerto está cerrado."])
        self.assertIn("is a model of en-fr, not of de-es", other.remarks(bitext)[0])
        self.assertEqual(self.engine.remarks(self.engine.align_lines([], ["Oui."])),
                         ["source: holds no sentence"])

    def test_says_what_a_reader_left_out(self):
        self.path("half.tsv").write_text("It rained.\tIl a plu.\nonly one\n", encoding="utf-8")
        bitexts = calque.read(self.path("half.tsv"))
        self.assertEqual(len(list(bitexts)), 1)
        found = [(each["code"], each["message"]) for each in bitexts.diagnostics]
        self.assertEqual(found, [("unit-incomplete", "lines without text in both columns left out: 1")])
        self.assertEqual(set(bitexts.diagnostics[0]), set(calque.Diagnostic.__annotations__))
        self.assertEqual(list(bitexts), [])

    def test_segments_with_byte_offsets(self):
        found = self.engine.segment("Élise est arrivée. M. Noë est parti.", side="target")
        self.assertEqual([each["text"] for each in found["sentences"]],
                         ["Élise est arrivée.", "M. Noë est parti."])
        for each in found["sentences"]:
            self.assertEqual(calque.text_at(found, [each["begin"], each["end"]]), each["text"])
            self.assertLess(len(repr(each["confidence"])), 13)
        self.assertEqual(found["language"], "fr")

    def test_finds_entities(self):
        found = self.engine.entities("Le FMI a prêté 1,6 milliard de dollars au Ghana.", side="target")
        keys = {each["text"]: each["key"] for each in found["mentions"]}
        self.assertEqual(keys["Ghana"], "place:GH")
        self.assertIn("money:1600000000:USD", keys.values())

    def test_takes_lists_of_names(self):
        names = self.path("names.tsv")
        names.write_text("key\tkind\ten\tfr\n"
                         "organisation:renewal\torganisation\tRenewal Movement\tMouvement du renouveau\n",
                         encoding="utf-8")
        engine = calque.Engine(source_language="en", target_language="fr", names=[names])
        found = engine.entities("The Renewal Movement won.", side="source")
        self.assertEqual([each["key"] for each in found["mentions"]], ["organisation:renewal"])
        with self.assertRaises(calque.Error) as raised:
            calque.Engine(names=[self.path("absent.tsv")])
        self.assertEqual(raised.exception.code, 66)

    def test_writes_and_reads_lazily(self):
        corpus = self.path("corpus.jsonl")
        self.assertEqual(calque.write((self.bitext for _ in range(3)), corpus), [])
        bitexts = calque.read(corpus)
        self.assertIs(iter(bitexts), bitexts)
        self.assertEqual(next(bitexts), self.bitext)
        self.assertEqual(len(list(bitexts)), 2)
        losses = calque.write([self.bitext], self.path("corpus.tmx"))
        self.assertTrue(any("null beads" in loss for loss in losses), losses)
        self.assertEqual(next(calque.read(self.path("corpus.tmx")))["target"]["language"], "fr")

    def test_gives_rows_for_datasets(self):
        corpus = self.path("rows.jsonl")
        calque.write([self.bitext], corpus)
        rows = list(calque.read_beads(**{"path": str(corpus)}))
        self.assertEqual({tuple(row) for row in rows}, {tuple(calque.Bead.__annotations__)})
        kinds = {name: {type(row[name]) for row in rows} for name in rows[0]}
        self.assertTrue(all(len(each) == 1 for each in kinds.values()), kinds)
        self.assertTrue(all(row["source"] and row["target"] for row in rows))
        with_null = list(calque.read_beads(corpus, null_beads=True))
        self.assertEqual(len(with_null), len(self.bitext["beads"]))
        self.assertLess(len(rows), len(with_null))
        self.assertLess(len(list(calque.read_beads(corpus, least_score=0.99))), len(with_null))
        self.assertTrue(any(credit.startswith("translator: ") for credit in rows[0]["target_credits"]))

    def test_learns_a_model(self):
        model = self.path("toy.calque")
        pairs = [(f"the {noun} is {kind}", f"le {nom} est {genre}")
                 for noun, nom in (("dog", "chien"), ("cat", "chat"), ("horse", "cheval"))
                 for kind, genre in (("big", "grand"), ("small", "petit"), ("old", "vieux"))] * 20
        self.assertEqual(calque.learn(iter(pairs), model, source_language="en", target_language="fr"),
                         len(pairs))
        engine = calque.Engine(source_language="en", target_language="fr", model=model)
        bitext = engine.align_texts("The dog is big.\n\nThe cat is old.", "Le chien est grand.\n\nLe chat est vieux.")
        words = {(calque.text_at(bitext["source"], bitext["source"]["tokens"][source]),
                  calque.text_at(bitext["target"], bitext["target"]["tokens"][target]))
                 for source, target, _ in bitext["words"]}
        self.assertIn(("dog", "chien"), words)

    def test_takes_names_of_files_that_are_no_utf8(self):
        name = os.path.join(os.fsencode(self.folder.name), b"caf\xe9.txt")
        with open(name, "wb") as file:
            file.write((SAMPLE / "en.txt").read_bytes())
        for path in (name, os.fsdecode(name)):
            self.assertEqual(self.engine.align(path, SAMPLE / "fr.txt")["beads"], self.bitext["beads"])
        with self.assertRaises(calque.Error) as raised:
            self.engine.align(name + b"x", SAMPLE / "fr.txt")
        self.assertEqual(os.fsencode(raised.exception.name), name + b"x")
        with self.assertRaisesRegex(TypeError, "a text is a str, not bytes"):
            self.engine.align_texts(b"x", "y")
        with self.assertRaises(UnicodeEncodeError):
            self.engine.segment("\udcff")

    def test_is_typed_and_documented(self):
        folder = pathlib.Path(calque.__file__).parent
        self.assertTrue((folder / "py.typed").exists())
        self.assertTrue((folder / "_calque.pyi").exists())
        if (folder / "data").exists():  # a wheel brings its own
            self.assertEqual(calque._data_directory(""), os.fsencode(folder / "data"))
        for name in calque.__all__:
            self.assertTrue(hasattr(calque, name))
        for function in (calque.read, calque.read_beads, calque.write, calque.learn, calque.text_at,
                         calque.Engine.align, calque.Engine.check, calque.Engine.segment):
            self.assertTrue(function.__doc__)
            self.assertIn("return", function.__annotations__)


if __name__ == "__main__":
    main()
