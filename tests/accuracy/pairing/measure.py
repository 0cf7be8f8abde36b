#!/usr/bin/env python3
"""Precision and recall of document pairing on archives whose pairs are known, with floors.

usage: measure.py CALQUE SHARED_DATA [--laws N]

Archives are made by archives.py, in this folder: 30 % of each side have no partner. `--laws N`
takes N legal documents a side (5000 for the figure of the README).
"""
import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import archives

SKIPPED = 77
SIDES = ("source", "target")
# Archive, seeds, options, least precision, least recall.
SETS = [
    ("news", (1, 2, 3), [], 0.995, 0.98),
    ("news", (1,), ["--no-model"], 0.98, 0.97),
    ("news", (1, 2, 3), ["--takes"], 0.985, 0.98),
    ("novels", (1, 2), [], 0.99, 0.95),
    ("laws", (1,), [], 0.985, 0.985),
]
# Of the pairs, the share that has one document cut in two where --takes looks for such.
TAKES = 0.4
# Documents a side and how many such archives: what is rare cannot be seen in them.
FEW = [(1, 40), (3, 15)]


def measure(calque, folder, options):
    """(right, found, gold)."""
    listed = subprocess.run([calque, "pair", folder / "source", folder / "target", "--quiet", *options],
                            capture_output=True, check=True).stdout
    test = folder / "test.tsv"
    test.write_bytes(b"".join(line.rsplit(b"\t", 1)[0] + b"\n" for line in listed.splitlines()))
    gold = set((folder / "gold.tsv").read_text().splitlines())
    found = set(test.read_text().splitlines())
    return len(gold & found), len(found), len(gold)


def few(calque, archive, size, trials):
    """Archives of `size` documents a side, all with their partners, then all without: (right, found,
    gold)."""
    gold = [tuple(line.split("\t")) for line in (archive / "gold.tsv").read_text().splitlines()]
    rng = random.Random(size)
    counts = [0, 0, 0]
    for _ in range(trials):
        drawn = rng.sample(gold, 2 * size)
        for targets in (drawn[:size], drawn[size:]):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                for side, names in enumerate(([s for s, _ in drawn[:size]], [t for _, t in targets])):
                    (folder / SIDES[side]).mkdir()
                    for document in names:
                        shutil.copy(archive / SIDES[side] / document, folder / SIDES[side])
                true = set(drawn[:size]) & set(targets)
                (folder / "gold.tsv").write_text("".join(f"{s}\t{t}\n" for s, t in true))
                counts = [a + b for a, b in zip(counts, measure(calque, folder, []))]
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calque")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--laws", type=int, default=500)
    options = parser.parse_args()
    if not (options.shared / "dev/news").exists():
        print(f"SKIPPED: the shared data is absent ({options.shared})")
        return SKIPPED
    failed = False

    def report(name, counts, least_precision, least_recall):
        nonlocal failed
        precision, recall = counts[0] / max(1, counts[1]), counts[0] / counts[2]
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name}: P {precision:.4f} R {recall:.4f} F1 {f1:.4f} of {counts[2]} pairs, "
              f"floors {least_precision} {least_recall}", flush=True)
        failed = failed or precision < least_precision or recall < least_recall

    for kind, seeds, more, least_precision, least_recall in SETS:
        counts = [0, 0, 0]
        for seed in seeds:
            with tempfile.TemporaryDirectory() as folder:
                archives.make(kind, options.shared, Path(folder), options.laws if kind == "laws" else 0, seed=seed,
                              takes=TAKES if "--takes" in more else 0.0)
                found = measure(options.calque, Path(folder), more)
                counts = [a + b for a, b in zip(counts, found)]
        report(" ".join([kind, *more]), counts, least_precision, least_recall)
    with tempfile.TemporaryDirectory() as folder:
        archives.make("news", options.shared, Path(folder), 0)
        for size, trials in FEW:
            report(f"news, {size} a side", few(options.calque, Path(folder), size, trials), 0.97, 0.97)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
