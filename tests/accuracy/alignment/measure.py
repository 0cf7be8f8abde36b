#!/usr/bin/env python3
"""Strict F1 of sentence alignment on the development sets, and how true its scores are, with floors.

usage: measure.py CALQUE SHARED_DATA

Prints one line a set and fails where a figure falls below its floor. The news set is made hard by
news_stress.py, in this folder.
"""
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
BOOKS = ["AlicesAdventuresInWonderland", "DuCoteDeChezSwann", "VingtMilleLieuesSousLesMers",
         "VoyageAuCentreDeLaTerre"]
# Set, its documents (a pattern each), source and target language, options, floor.
SETS = [
    ("transread", [f"transread/{book}.en-fr" for book in BOOKS], "en", "fr", [], 0.972),
    ("candide", ["transread/Candide.en-fr"], "en", "fr", [], 0.965),
    ("candide en-es, no model", ["transread/Candide.en-es"], "en", "es", [], 0.93),
    ("candide en-el, no model", ["transread/Candide.en-el"], "en", "el", [], 0.905),
    ("dtm hu-en, no model", ["hunalign/dtm.hu-en"], "hu", "en", [], 0.975),
    ("parice en-is, no model", ["parice/*.en-is"], "en", "is", [], 0.895),
    ("mac zh-en, no model", ["mac/*.zh-en"], "zh", "en", [], 0.835),
    ("textberg de-fr, no model", ["textberg/dev.de-fr"], "de", "fr", [], 0.9),
]
# Most calibration error where the shipped model knows the words, and elsewhere.
MOST_ERROR = {"transread": 0.02, "candide": 0.03, "news stress": 0.015}
MOST_ERROR_ALONE = 0.12
STRESS_FLOOR = 0.985
LEARNT_FLOOR = 0.915
OLDER_NEWS = ["news-test2008", "newssyscomb2009", "newstest2009", "newstest2010", "newstest2011"]


def calibration_error(pairs):
    """Mean distance between the score of beads and the share of them that is right, over ten bins."""
    bins = [[0, 0.0, 0] for _ in range(10)]
    for gold, test in zip(pairs[::2], pairs[1::2]):
        right = set(pathlib.Path(gold).read_text().split())
        for line in pathlib.Path(test).read_text().splitlines():
            bead, score = line.split("\t")
            bin_of = bins[min(9, int(float(score) * 10))]
            bin_of[0] += 1
            bin_of[1] += float(score)
            bin_of[2] += bead in right
    return sum(abs(scores - found) for _, scores, found in bins) / sum(count for count, _, _ in bins)


def measure(command, documents, source, target, options, scratch):
    """Strict F1 and the calibration error of the scores."""
    pairs = []
    for number, document in enumerate(documents):
        out = scratch / f"{number}.beads"
        done = subprocess.run(
            [command, "align", "--input", "lines", f"{document}.src", f"{document}.tgt", "--source-language",
             source, "--target-language", target, "--format", "beads", "--quiet", *options],
            capture_output=True, check=True)
        out.write_bytes(done.stdout)
        pairs += [f"{document}.gold", str(out)]
    done = subprocess.run([command, "evaluate", "alignment", *pairs], capture_output=True, check=True)
    return json.loads(done.stdout)["strict"]["f1"], calibration_error(pairs)


def news_documents(news, scratch):
    foreign = []
    for language in ("en", "fr"):
        foreign.append(scratch / f"foreign.{language}")
        foreign[-1].write_bytes(lzma.decompress((news / f"older/newstest2011.{language}.xz").read_bytes()))
    maker = pathlib.Path(__file__).parent / "news_stress.py"
    subprocess.run([sys.executable, maker, news / "newstest2012.en", news / "newstest2012.fr", *foreign,
                    "--lines", "25", "--seed", "7", "-o", scratch / "news"], check=True)
    return sorted(str(path)[:-5] for path in scratch.glob("news.*.gold"))


def expand(folder, pattern):
    """The documents a pattern stands for, without suffix."""
    return [str(path)[:-len(".gold")] for path in sorted(folder.glob(f"{pattern}.gold"))]


def learn_from_news(command, news, scratch):
    """A de-fr model of the news of 2008 to 2011, as a user would make one."""
    pairs = scratch / "news.de-fr.tsv"
    with open(pairs, "w", encoding="utf-8", newline="\n") as file:
        for name in OLDER_NEWS:
            sides = [lzma.decompress((news / "older" / f"{name}.{side}.xz").read_bytes())
                     .decode().removesuffix("\n").split("\n") for side in ("de", "fr")]
            file.writelines(f"{source}\t{target}\n" for source, target in zip(*sides, strict=True))
    model = scratch / "news.de-fr.calque"
    subprocess.run([command, "learn", pairs, "--output", model, "--source-language", "de",
                    "--target-language", "fr", "--quiet"], check=True)
    return str(model)


def main():
    command, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (shared / "dev" / "alignment").exists():
        print(f"SKIPPED: the shared data is absent ({shared})")
        return SKIPPED
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        gold = shared / "dev/alignment"
        sets = [(name, [d for pattern in patterns for d in expand(gold, pattern)], *rest)
                for name, patterns, *rest in SETS]
        model = learn_from_news(command, shared / "dev/news", scratch)
        sets.append(("textberg de-fr, model of 10,570 news pairs", expand(gold, "textberg/dev.de-fr"), "de",
                     "fr", ["--model", model], LEARNT_FLOOR))
        sets.append(("news stress", news_documents(shared / "dev/news", scratch), "en", "fr", [], STRESS_FLOOR))
        for name, documents, source, target, options, floor in sets:
            f1, error = measure(command, documents, source, target, options, scratch)
            most = MOST_ERROR.get(name, MOST_ERROR_ALONE)
            print(f"{name}: strict F1 {f1:.4f}, floor {floor}; calibration error {error:.3f}, at most {most}")
            failed = failed or f1 < floor or error > most
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
