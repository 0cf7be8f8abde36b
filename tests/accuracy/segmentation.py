#!/usr/bin/env python3
"""Sentences of `calque segment` on the development sets, with floors.

usage: segmentation.py CALQUE SHARED_DATA

Boundary F1 on running text, beside plain ICU (the rules of a language without a profile), and cases
passed exactly where every sentence of a case counts.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
# Set, language, floor: the best peer of each set plus .3 points, or the ceiling of what terminators
# allow less .3 where that is lower.
SETS = [("ewt-en.dev", "en", 0.8938), ("gum-en.dev", "en", 0.9680), ("gsd-fr.dev", "fr", 0.9850),
        ("sequoia-fr.dev", "fr", 0.9150), ("sequoia-fr.train", "fr", 0.9000),
        ("wmt15-fr", "fr", 0.9915), ("wmt15-fr.all", "fr", 0.9809), ("pud-es", "es", 0.9889),
        ("pud-it", "it", 0.9980)]
# File, language, cases that must pass.
CASES = [("newswire-hard-en.odd", "en", 21), ("newswire-hard-fr.odd", "fr", 21),
         ("golden/en-golden", "en", 49), ("golden/fr-spec", "fr", 5), ("languagetool-en", "en", 45),
         ("languagetool-fr", "fr", 34), ("golden/de-golden", "de", 4), ("golden/de-spec", "de", 29),
         ("golden/es-golden", "es", 5), ("golden/es-spec", "es", 28), ("golden/it-golden", "it", 3),
         ("golden/it-spec", "it", 30), ("golden/nl-golden", "nl", 2), ("golden/ru-golden", "ru", 3),
         ("golden/ru-spec", "ru", 34), ("golden/zh-spec", "zh", 2), ("golden/ja-golden", "ja", 4)]


def segment(command, language, text):
    done = subprocess.run([command, "segment", "--language", language, "--quiet", "-"], input=text,
                          capture_output=True, check=True)
    return done.stdout


def boundary_f1(command, gold, lines, scratch):
    out = pathlib.Path(scratch) / "lines"
    out.write_bytes(lines)
    done = subprocess.run([command, "evaluate", "segmentation", gold, out], capture_output=True, check=True)
    return json.loads(done.stdout)["boundary"]["f1"]


def sets_hold(command, folder):
    held = True
    with tempfile.TemporaryDirectory() as scratch:
        for name, language, floor in SETS:
            raw, gold = (folder / f"{name}.raw").read_bytes(), folder / f"{name}.gold"
            f1 = boundary_f1(command, gold, segment(command, language, raw), scratch)
            icu = boundary_f1(command, gold, segment(command, "und", raw), scratch)
            print(f"{name}: boundary F1 {f1:.4f}, floor {floor}, plain ICU {icu:.4f}")
            held = held and f1 >= max(floor, icu)
    return held


def sentences(text):
    """Sentences a line, white space made plain."""
    lines = (re.sub(r"[\s\u200b\ufeff]+", " ", line).strip() for line in text.split("\n"))
    return [line for line in lines if line]


def cases_hold(command, folder):
    held = True
    for name, language, floor in CASES:
        passed = count = 0
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            found = sentences(segment(command, language, case["text"].encode()).decode())
            count += 1
            passed += found == [one for gold in case["sents"] for one in sentences(gold.replace("\n", " "))]
        print(f"{name}: {passed} of {count}, floor {floor}")
        held = held and passed >= floor
    return held


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2]) / "dev" / "segmentation"
    if not folder.exists():
        print(f"SKIPPED: the shared data is absent ({folder})")
        return SKIPPED
    held = [sets_hold(command, folder), cases_hold(command, folder)]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
