#!/usr/bin/env python3
"""Is a pair of documents called a translation where it is one, and only there? With floors.

usage: translations.py CALQUE SHARED_DATA

Documents of 10 to 25 lines, cut from the news of two years by a seeded generator; half of them are
disturbed by news_stress.py, in this folder. Each is aligned with its own translation and with that
of another document of the same year; a score of .5 or more calls the pair a translation. Pairs of
one to three lines are measured too: they hold less evidence, so fewer are called.
"""
import json
import lzma
import pathlib
import random
import subprocess
import sys
import tempfile

from news_stress import disturb, read_lines

SKIPPED = 77
SEED = 11
# Name, fewest and most lines, documents a year, floors of precision and recall.
SETS = [("documents", 10, 25, 30, 0.99, 0.99), ("short pairs", 1, 3, 15, 0.96, 0.9)]


def years_of(news):
    """The line pairs of each year."""
    older = [lzma.decompress((news / f"older/newstest2009.{language}.xz").read_bytes())
             .decode("utf-8").removesuffix("\n").split("\n") for language in ("en", "fr")]
    newer = [read_lines(news / f"newstest2012.{language}") for language in ("en", "fr")]
    return [list(zip(*sides, strict=True)) for sides in (newer, older)]


def cut(pairs, least, most, count, rng):
    """Documents as (source lines, target lines), every second one disturbed."""
    foreign = [[pair[side] for pair in pairs[-200:]] for side in (0, 1)]
    documents, at = [], 0
    while len(documents) < count:
        part = pairs[at : at + rng.randint(least, most)]
        at += len(part) + rng.randrange(10)
        sides = disturb(part, foreign, rng)[:2] if len(documents) % 2 else list(zip(*part))
        if all(sides):
            documents.append(sides)
    return documents


def score_of(command, source, target, scratch):
    for name, lines in (("en", source), ("fr", target)):
        (scratch / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    done = subprocess.run(
        [command, "align", "--input", "lines", scratch / "en", scratch / "fr", "--source-language", "en",
         "--target-language", "fr", "--format", "jsonl", "--quiet"], capture_output=True, check=True)
    return json.loads(done.stdout)["score"]


def main():
    command, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    news = shared / "dev/news"
    if not news.exists():
        print(f"SKIPPED: the shared data is absent ({shared})")
        return SKIPPED
    failed = False
    rng = random.Random(SEED)
    years = years_of(news)
    with tempfile.TemporaryDirectory() as folder:
        for name, least, most, count, precision_floor, recall_floor in SETS:
            true, shuffled = [], []
            for pairs in years:
                documents = cut(pairs, least, most, count, rng)
                for (source, target), (_, other) in zip(documents, documents[1:] + documents[:1]):
                    true.append(score_of(command, source, target, pathlib.Path(folder)))
                    shuffled.append(score_of(command, source, other, pathlib.Path(folder)))
            found = sum(score >= 0.5 for score in true)
            precision = found / max(1, found + sum(score >= 0.5 for score in shuffled))
            recall = found / len(true)
            print(f"{name}: {len(true)} true and {len(shuffled)} shuffled: precision {precision:.4f}, recall "
                  f"{recall:.4f}; lowest true {min(true):.3f}, highest shuffled {max(shuffled):.3f}; floors "
                  f"{precision_floor}, {recall_floor}")
            failed = failed or precision < precision_floor or recall < recall_floor
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
