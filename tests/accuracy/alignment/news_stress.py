"""Parallel news made hard: lines merged, dropped and inserted by a seeded generator.

    news_stress.py SOURCE TARGET FOREIGN_SOURCE FOREIGN_TARGET --lines N --seed S -o PREFIX

SOURCE and TARGET are line-parallel; every N lines (0: all) make one document, written as
PREFIX.K.src, PREFIX.K.tgt (a sentence a line) and PREFIX.K.gold (`i,j:k,l`). Per line: 8 % are
merged with the next one on one side, 5 % are missing on each side, and before 3 % on each side
stands a line of another text of the same language.
"""

import argparse
import random
from pathlib import Path

MERGE = 0.08
DELETE = 0.05
INSERT = 0.03


class Side:
    """The lines of one side while they are written."""

    def __init__(self, foreign):
        self.lines = []
        self.foreign = foreign

    def add(self, lines):
        """Appends one line, the join of `lines`; returns its number."""
        self.lines.append(" ".join(lines))
        return [len(self.lines) - 1]

    def add_apart(self, lines):
        return [number for line in lines for number in self.add([line])]


def disturb(pairs, foreign, rng):
    """Two lists of lines and the beads between them."""
    sides = [Side(foreign[0]), Side(foreign[1])]
    beads = []
    at = 0
    while at < len(pairs):
        for which in (0, 1):
            if rng.random() < INSERT:
                number = sides[which].add([rng.choice(sides[which].foreign)])
                beads.append((number, []) if which == 0 else ([], number))
        merged = rng.random() < MERGE and at + 1 < len(pairs)
        taken = pairs[at : at + 2] if merged else pairs[at : at + 1]
        at += len(taken)
        joined = rng.randrange(2)
        dropped = [not merged and rng.random() < DELETE for _ in sides]
        bead = ([], [])
        for which, side in enumerate(sides):
            lines = [pair[which] for pair in taken]
            if not dropped[which]:
                bead[which].extend(side.add(lines) if which == joined else side.add_apart(lines))
        if bead != ([], []):
            beads.append(bead)
    return sides[0].lines, sides[1].lines, beads


def documents(source, target, foreign, lines, seed):
    """Yields (source lines, target lines, beads)."""
    rng = random.Random(seed)
    pairs = list(zip(source, target, strict=True))
    size = lines or len(pairs)
    for at in range(0, len(pairs), size):
        yield disturb(pairs[at : at + size], foreign, rng)


def bead_line(bead):
    return ":".join(",".join(map(str, side)) for side in bead)


def read_lines(path):
    return Path(path).read_text(encoding="utf-8").removesuffix("\n").split("\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs=4)
    parser.add_argument("--lines", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", dest="prefix", required=True)
    options = parser.parse_args()
    source, target, *foreign = map(read_lines, options.files)
    made = documents(source, target, foreign, options.lines, options.seed)
    for number, (sources, targets, beads) in enumerate(made):
        for suffix, lines in (("src", sources), ("tgt", targets), ("gold", map(bead_line, beads))):
            text = "".join(f"{line}\n" for line in lines)
            Path(f"{options.prefix}.{number}.{suffix}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
