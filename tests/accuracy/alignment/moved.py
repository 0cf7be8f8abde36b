#!/usr/bin/env python3
"""Are sentences that a desk put elsewhere found, and only these? With floors.

usage: moved.py CALQUE SHARED_DATA

Documents of 25 lines of news, every second one disturbed by news_stress.py, in this folder; then 8 %
of the sentences that have one partner are moved to another place of their document, on the target
side. What `align --moved` pairs beyond what `align` pairs is held against the moved sentences; a
second set has none moved, and whatever is paired there is false.
"""
import pathlib
import random
import subprocess
import sys
import tempfile

from news_stress import bead_line, disturb, read_lines

SKIPPED = 77
SEED = 17
LINES = 25
MOVE = 0.08
PRECISION_FLOOR, RECALL_FLOOR = 0.97, 0.87
MOST_FALSE = 0.001  # of the beads, where nothing was moved


def move(beads, targets, share, rng):
    """The target lines with some of them elsewhere, all beads with new numbers, and the moved ones."""
    single = [bead for bead in beads if len(bead[0]) == len(bead[1]) == 1]
    moved = [bead for bead in single if rng.random() < share]
    order = list(range(len(targets)))
    for _, (number,) in moved:
        at = order.index(number)
        order.pop(at)
        order.insert(rng.choice([to for to in range(len(order) + 1) if to != at]), number)
    place = {number: at for at, number in enumerate(order)}

    def renumber(bead):
        return bead[0], sorted(place[number] for number in bead[1])
    return ([targets[number] for number in order], {bead_line(renumber(bead)) for bead in beads},
            {bead_line(renumber(bead)) for bead in moved})


def align(command, folder, *options):
    """The beads with two sides."""
    done = subprocess.run(
        [command, "align", "--input", "lines", folder / "en", folder / "fr", "--source-language", "en",
         "--target-language", "fr", "--format", "beads", "--quiet", *options],
        capture_output=True, check=True, text=True)
    beads = {line.split("\t")[0] for line in done.stdout.splitlines()}
    return {bead for bead in beads if not bead.startswith(":") and not bead.endswith(":")}


def measure(command, pairs, foreign, share, folder, options):
    """Crossing beads, those that are right, moved sentences, those that are paired, beads."""
    rng = random.Random(SEED)
    found = right = moved = paired = total = 0
    for number, at in enumerate(range(0, len(pairs) - LINES, LINES)):
        part = pairs[at : at + LINES]
        if number % 2:
            sources, targets, beads = disturb(part, foreign, rng)
        else:
            sources, targets = map(list, zip(*part))
            beads = [([i], [i]) for i in range(len(part))]
        targets, gold, elsewhere = move(beads, targets, share, rng)
        for name, lines in (("en", sources), ("fr", targets)):
            (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        beads = align(command, folder, "--moved", *options)
        crossing = beads - align(command, folder, *options)
        found += len(crossing)
        right += len(crossing & gold)
        moved += len(elsewhere)
        paired += len(elsewhere & beads)
        total += len(beads)
    return found, right, moved, paired, total


def main():
    command, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    news = shared / "dev/news"
    if not news.exists():
        print(f"SKIPPED: the shared data is absent ({shared})")
        return SKIPPED
    lines = [read_lines(news / f"newstest2012.{language}") for language in ("en", "fr")]
    pairs = list(zip(*lines, strict=True))
    foreign = [side[-200:] for side in lines]
    pairs = pairs[:-200]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        found, right, moved, paired, _ = measure(command, pairs, foreign, MOVE, folder, sys.argv[3:])
        false, _, _, _, total = measure(command, pairs, foreign, 0.0, folder, sys.argv[3:])
    precision, recall = right / max(1, found), paired / moved
    print(f"moved sentences: {moved}: precision {precision:.4f}, floor {PRECISION_FLOOR}; recall "
          f"{recall:.4f}, floor {RECALL_FLOOR}")
    print(f"nothing moved: {false} crossing beads among {total}, at most {MOST_FALSE * total:.1f}")
    return 1 if precision < PRECISION_FLOOR or recall < RECALL_FLOOR or false > MOST_FALSE * total else 0


if __name__ == "__main__":
    sys.exit(main())
