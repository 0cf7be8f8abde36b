#!/usr/bin/env python3
"""Names of the shipped pipeline against gold, and of a tagger trained here.

    names.py CALQUE DATA-FOLDER

Typed and untyped F1 as conlleval has it, on sets whose guidelines differ from ours (UNER has no
MISC; the French ones are old newspapers, OCR). The tagger is trained on the UNER and WikiGold
training parts alone, to judge `learn --entities` itself. Fails below the floors.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

# Set, language, floors of typed and untyped F1.
PIPELINE = [
    ("uner-ewt-en.dev.bio", "en", 0.615, 0.715),
    ("wikigold-en.dev.bio", "en", 0.65, 0.805),
    ("europarl-parallel/europarl.en.bio", "en", 0.565, 0.68),
    ("newseye-fr.dev.bio", "fr", 0.505, 0.575),
    ("hipe2020-fr.dev.bio", "fr", 0.51, 0.6),
]
TRAINING = ["wikigold-en.train.bio", "uner-ewt-en.train.bio"]
TAGGER = [("uner-ewt-en.dev.bio", 0.63, 0.735), ("wikigold-en.dev.bio", 0.645, 0.81)]


def evaluate(calque, gold, options):
    with tempfile.TemporaryDirectory() as work:
        tokens = pathlib.Path(work, "tokens.conll")
        with open(gold, encoding="utf-8") as file:
            tokens.write_text("".join(line.split("\t")[0].strip() + "\n" for line in file),
                              encoding="utf-8")
        tagged = pathlib.Path(work, "tagged.conll")
        tagged.write_bytes(subprocess.run(
            [calque, "entities", "--input", "conll", "--format", "conll", *options, tokens],
            check=True, capture_output=True).stdout)
        score = json.loads(subprocess.run([calque, "evaluate", "entities", gold, tagged],
                                          check=True, capture_output=True).stdout)
    return score["typed"]["f1"], score["untyped"]["f1"]


def judge(what, gold, scores, floors):
    print(f"{what}, {gold.name}: typed {scores[0]:.3f} (floor {floors[0]}), "
          f"untyped {scores[1]:.3f} (floor {floors[1]})")
    return all(score >= floor for score, floor in zip(scores, floors))


def main():
    calque, data = sys.argv[1], pathlib.Path(sys.argv[2])
    gold, train = data / "dev" / "ner", data / "train" / "ner"
    if not gold.is_dir() or not train.is_dir():
        print(f"skipped, shared data absent: {gold}")
        sys.exit(77)
    good = True
    for name, language, *floors in PIPELINE:
        scores = evaluate(calque, gold / name, ["--language", language])
        good &= judge("shipped", gold / name, scores, floors)
    with tempfile.TemporaryDirectory() as work:
        tagger = pathlib.Path(work, "en.tagger")
        subprocess.run([calque, "learn", "--entities", "--compact", "--language", "en", "--output",
                        tagger, *(train / name for name in TRAINING)], check=True)
        for name, *floors in TAGGER:
            scores = evaluate(calque, gold / name, ["--tagger", tagger])
            good &= judge("trained here", gold / name, scores, floors)
    if not good:
        sys.exit("below a floor")


main()
