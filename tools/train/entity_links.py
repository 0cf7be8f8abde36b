#!/usr/bin/env python3
"""Fits corpora/models/entity-links.json, which says how likely an entity link is right.

    entity_links.py --data ../shared/data --build build/dev > corpora/models/entity-links.json

A link in the tuning part of tests/accuracy/entities, or in corpora/samples, is right where the gold
has it, wrong where not; values, which the gold of the news leaves out, are right as often as in our
samples. Logistic regression with a ridge (that of fidelity.py); only numbers go into the file.
Deterministic. Needs python3-numpy.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "accuracy" / "entities")]
import fidelity  # noqa: E402
import news  # noqa: E402

fidelity.RIDGE = 0.8  # some ten examples against a weight of one

TRAITS = ["bias", "identical", "value", "name-list", "spelling", "acronym", "partial-name",
          "word-links", "score", "probability", "length", "beside", "lower", "common", "listed",
          "half-listed"]
NAMES = set(news.NAMES)
RIGHT_VALUES = 0.98  # of the values that are linked in our samples (accuracy.entity_pairs)


def links_of(build, pairs):
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(work, "pairs.tsv")
        path.write_text("".join(f"{s}\t{t}\n" for s, t in pairs), encoding="utf-8")
        program = build / "tools" / "train" / "calque_entity_link_traits"
        done = subprocess.run([program, "--source-language", "en", "--target-language", "fr", path],
                              capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_characters(line, span):
    data = line.encode()
    return len(data[:span[0]].decode()), len(data[:span[1]].decode())


def beads_of(build, folder, gold):
    """The beads of a sample as lines."""
    done = subprocess.run([build / "tools" / "calque" / "calque", "align", "--quiet", "--format", "jsonl",
                           folder / gold["source"], folder / gold["target"]],
                          capture_output=True, check=True)
    bitext = json.loads(done.stdout)
    for bead in bitext["beads"]:
        sides = []
        for side in ("source", "target"):
            sentences = bitext[side]["sentences"][slice(*bead[side])]
            text = bitext[side]["text"].encode()
            sides.append(text[sentences[0]["span"][0]:sentences[-1]["span"][1]].decode()
                         if sentences else "")
        if all(sides):
            yield tuple(" ".join(side.split()) for side in sides)


def sample_examples(build):
    """Traits, whether right, and weight of the names of our samples, whose gold is of texts."""
    for path in sorted((ROOT / "corpora" / "samples").glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        wanted = {tuple(" ".join(text.split()) for text in pair) for pair in gold["entity_pairs"]}
        pairs = list(beads_of(build, path.parent, gold))
        for link in links_of(build, pairs):
            if link["kind"] in NAMES:
                texts = tuple(pairs[link["line"]][side].encode()[slice(*link[name])].decode()
                              for side, name in enumerate(("source", "target")))
                yield link["traits"], float(texts in wanted), 1.0


def news_examples(data, build):
    """The same of every link of the tuning part."""
    folder = data / "dev" / "news" / "older"
    gold = news.read_gold("tuning")
    lines = {name: [news.read_lines(folder, name, language) for language in ("en", "fr")]
             for name in sorted({key[0] for key in gold})}
    pairs = [(lines[name][0][line], lines[name][1][line]) for name, line in gold]
    left = [list(held) for held in gold.values()]
    for link in links_of(build, pairs):
        if link["kind"] not in NAMES:
            yield link["traits"], 1.0, RIGHT_VALUES
            yield link["traits"], 0.0, 1 - RIGHT_VALUES
            continue
        spans = tuple(in_characters(pairs[link["line"]][side], link[name])
                      for side, name in enumerate(("source", "target")))
        match = [pair for pair in left[link["line"]] if pair[:2] == spans]
        if match:
            left[link["line"]].remove(match[0])
        yield link["traits"], float(bool(match)), 1.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    options = parser.parse_args()
    traits, labels, weights = zip(*sample_examples(options.build),
                                  *news_examples(options.data, options.build))
    theta = fidelity.fit([row[1:] for row in traits], labels, weights, 0)
    fitted = dict(zip(TRAITS, [theta[-1], *theta[:-1]]))
    print(json.dumps({name: round(weight, 3) for name, weight in fitted.items()}, indent=1))


if __name__ == "__main__":
    main()
