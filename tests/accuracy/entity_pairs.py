#!/usr/bin/env python3
"""Entity links of `calque align` against the gold pairs of our samples (and of the seed dispatch).

    entity_pairs.py CALQUE SAMPLES-FOLDER [--seed FOLDER] [--list]

Pairs of texts are compared as sets, one set a dispatch. Two conventions of the gold differ from
ours and are bridged here: it writes a count with its noun (`118 votes`), we without, so a number
counts as right if the gold pair holds it on both sides; and it leaves out ordinals and bare
numbers in plain text, so such links are not judged where gold has no pair for them.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

FLOOR = {"precision": 0.985, "recall": 0.95, "f1": 0.97}
SEED_FLOOR = 27
# Right by the convention of the seed's own gold, which pairs a place with its adjective, but not
# in its list: the list names each fact once.
SEED_ALSO_RIGHT = {("U.S.", "américains"), ("European", "Europe")}
UNJUDGED = {"number", "ordinal"}


def tidy(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


def links_of(calque, folder, gold):
    output = subprocess.run(
        [calque, "align", "--quiet", "--format", "links", folder / gold["source"],
         folder / gold["target"]], check=True, capture_output=True, text=True).stdout
    links = {}
    for line in output.splitlines():
        _, source, target, kind, _ = line.split("\t")
        links.setdefault((tidy(source), tidy(target)), kind)
    return links


def holds(outer, inner):
    return re.search(r"(?<!\w)" + re.escape(inner) + r"(?!\w)", outer) is not None


def same(gold, link, kind):
    if gold == link:
        return True
    values = kind not in ("person", "organisation", "place", "other")
    return values and any(
        holds(gold[i], link[i]) and (holds(gold[1 - i], link[1 - i])) for i in (0, 1))


def compare(folder, calque):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    wanted = {(tidy(s), tidy(t)) for s, t in gold["entity_pairs"]}
    links = links_of(calque, folder, gold)
    found = {pair for pair in wanted if any(same(pair, link, kind) for link, kind in links.items())}
    wrong = {link for link, kind in links.items()
             if not any(same(pair, link, kind) for pair in wanted) and kind not in UNJUDGED}
    return wanted, found, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("calque")
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("--seed", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    counts = [0, 0, 0]
    for folder in sorted(p.parent for p in options.samples.glob("*/gold.json")):
        wanted, found, wrong = compare(folder, options.calque)
        counts = [counts[0] + len(wanted), counts[1] + len(found), counts[2] + len(wrong)]
        print(f"{folder.name}: {len(found)} of {len(wanted)} pairs, {len(wrong)} wrong")
        if options.list:
            for pair in sorted(wanted - found):
                print("   missing", *pair, sep=" | ")
            for pair in sorted(wrong):
                print("   wrong", *pair, sep=" | ")
    recall = counts[1] / counts[0]
    precision = counts[1] / (counts[1] + counts[2])
    rates = {"precision": precision, "recall": recall,
             "f1": 2 * precision * recall / (precision + recall)}
    print(json.dumps({name: round(rate, 4) for name, rate in rates.items()}))
    failures = [name for name, floor in FLOOR.items() if rates[name] < floor]
    if options.seed and (options.seed / "gold.json").exists():
        wanted, found, wrong = compare(options.seed, options.calque)
        wrong -= SEED_ALSO_RIGHT
        print(f"seed: {len(found)} of {len(wanted)} pairs, {len(wrong)} wrong")
        if len(found) < SEED_FLOOR or wrong:
            print(*sorted(wanted - found), *sorted(wrong), sep="\n")
            failures.append("seed")
    else:
        print("seed: skipped, shared data absent: ../shared/data/seed")
    if failures:
        sys.exit(f"below the floor: {', '.join(failures)}")


main()
