#!/usr/bin/env python3
"""Precision and recall of document pairing on archives whose pairs are known, with floors.

usage: measure.py CALQUE SHARED_DATA [--laws N]

Archives are made by archives.py, in this folder: 30 % of each side have no partner. `--laws N`
takes N legal documents a side (5000 for the figure of the README).
"""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import archives

SKIPPED = 77
# Archive, seeds, options, least precision, least recall.
SETS = [
    ("news", (1, 2, 3), [], 0.995, 0.98),
    ("news", (1,), ["--no-model"], 0.98, 0.97),
    ("novels", (1, 2), [], 0.99, 0.92),
    ("laws", (1,), [], 0.985, 0.985),
]


def measure(calque, folder, options):
    """(right, found, gold)."""
    listed = subprocess.run([calque, "pair", folder / "source", folder / "target", "--quiet", *options],
                            capture_output=True, check=True).stdout
    test = folder / "test.tsv"
    test.write_bytes(b"".join(line.rsplit(b"\t", 1)[0] + b"\n" for line in listed.splitlines()))
    gold = set((folder / "gold.tsv").read_text().splitlines())
    found = set(test.read_text().splitlines())
    return len(gold & found), len(found), len(gold)


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
    for kind, seeds, more, least_precision, least_recall in SETS:
        counts = [0, 0, 0]
        for seed in seeds:
            with tempfile.TemporaryDirectory() as folder:
                archives.make(kind, options.shared, Path(folder), options.laws if kind == "laws" else 0, seed=seed)
                found = measure(options.calque, Path(folder), more)
                counts = [a + b for a, b in zip(counts, found)]
        precision, recall = counts[0] / max(1, counts[1]), counts[0] / counts[2]
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{' '.join([kind, *more])}: P {precision:.4f} R {recall:.4f} F1 {f1:.4f} of {counts[2]} pairs, "
              f"floors {least_precision} {least_recall}", flush=True)
        failed = failed or precision < least_precision or recall < least_recall
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
