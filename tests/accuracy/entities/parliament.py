#!/usr/bin/env python3
"""Entity links of `calque align` in parliament's text, in languages that calque has no names of.

    parliament.py CALQUE SHARED_DATA

Gold names stand on both sides of the Europarl set; which of them are one is not told. A link is
right if it joins a gold name of the sentence to one of the other, whatever their types; what can be
found is as many as the side with fewer has. English has lists and a tagger, Spanish and Italian
have capitals, word links and what English says. Some ten seconds of processor time.
"""
import importlib.util
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
NAMES = {"person", "organisation", "place", "other"}
FLOORS = {"es": (0.69, 0.61), "it": (0.67, 0.67)}  # recall, precision


def projection():
    """The measure of projection, which learns models of the same pairs."""
    spec = importlib.util.spec_from_file_location("projection", HERE.parent / "words" / "projection.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path):
    """Of every sentence its text, a blank between tokens, and the texts of its names."""
    for sentence in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        words, names = [], []
        for token, tag in (line.split("\t")[:2] for line in sentence.split("\n")):
            words.append(token)
            if tag.startswith("B-"):
                names.append([token])
            elif tag.startswith("I-") and names:
                names[-1].append(token)
        yield " ".join(words), [" ".join(name) for name in names]


def measure(calque, gold, language, model, scratch):
    sides = [list(read(gold / f"europarl.{name}.bio")) for name in ("en", language)]
    pairs = scratch / "pairs.tsv"
    pairs.write_text("".join(f"{s[0]}\t{t[0]}\n" for s, t in zip(*sides)), encoding="utf-8")
    links = subprocess.run([calque, "align", "--quiet", "--input", "tsv", "--source-language", "en",
                            "--target-language", language, *model, "--format", "links", pairs],
                           capture_output=True, check=True).stdout.decode()
    asked = sum(min(len(s[1]), len(t[1])) for s, t in zip(*sides))
    made = right = 0
    for link in links.splitlines():
        line, source, target, kind, _ = link.split("\t")
        if kind not in NAMES:
            continue
        made += 1
        left = [side[int(line) - 1][1] for side in sides]
        if source in left[0] and target in left[1]:
            left[0].remove(source)
            left[1].remove(target)
            right += 1
    return right / asked, right / made


def main():
    calque, data = sys.argv[1], pathlib.Path(sys.argv[2]) / "dev"
    gold = data / "ner" / "europarl-parallel"
    if not gold.exists() or not (data / "news").exists():
        print(f"SKIPPED: the shared data is absent ({data})")
        return SKIPPED
    held = True
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for language, floors in FLOORS.items():
            model = projection().learn(calque, data / "news", language, scratch)
            figures = measure(calque, gold, language, model, scratch)
            print(f"en-{language}: recall {figures[0]:.3f} (floor {floors[0]}), "
                  f"precision {figures[1]:.3f} (floor {floors[1]})")
            held = held and all(figure >= floor for figure, floor in zip(figures, floors))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
