#!/usr/bin/env python3
"""What `calque check` finds of values changed, dropped or swapped in newswire, in both directions, and
that it says nothing of the sound pairs.

usage: values.py CALQUE values.txt FLOOR [--show]

Each pair of values.txt stands on two lines, English and French, and its faults below it: the side
that is damaged, what is replaced and by what. A fault is found by a finding of a category of values
that is more likely than not. Fails below FLOOR, the share found, or on any value alarm.
"""
import argparse
import pathlib
import sys
import tempfile

import measure
import measuring
from cases import VALUE

LANGUAGES = ("en", "fr")


def read(path):
    """Pairs {language: sentence}, and faults (pair with one side damaged, what was done)."""
    pairs, faults = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        label, text = line.split(": ", 1)
        if label == "en":
            pairs.append({"en": text})
        elif label == "fr":
            pairs[-1]["fr"] = text
        else:
            old, new = text.split(" => ")
            side = label.strip()
            if old not in pairs[-1][side]:
                raise SystemExit(f"{path}:{number}: the sentence has no `{old}`")
            damaged = dict(pairs[-1], **{side: pairs[-1][side].replace(old, new, 1)})
            faults.append((damaged, f"{side}: {old} => {new}"))
    return pairs, faults


def values_found(findings):
    return [f for f in measuring.likely(findings) if measuring.first_word(f) in VALUE]


def check(command, pairs, languages, scratch):
    rows = [(pair[languages[0]], pair[languages[1]]) for pair in pairs]
    return [values_found(f) for f in measure.check(command, rows, languages, scratch)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("floor", type=float)
    parser.add_argument("--show", action="store_true", help="list the faults missed")
    options = parser.parse_args()
    pairs, faults = read(options.file)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for languages in (LANGUAGES, LANGUAGES[::-1]):
            scratch = pathlib.Path(folder)
            alarms = check(options.command, pairs, languages, scratch)
            for pair, findings in zip(pairs, alarms):
                for finding in findings:
                    print(f"ALARM into {languages[1]}: {finding['message']} | {pair['en']}")
            found = check(options.command, [pair for pair, _ in faults], languages, scratch)
            missed = [done for (_, done), findings in zip(faults, found) if not findings]
            recall = 1 - len(missed) / len(faults)
            count = sum(map(len, alarms))
            failed = failed or count > 0 or recall < options.floor
            print(f"into {languages[1]}: {recall:.3f} of {len(faults)} faults found (floor "
                  f"{options.floor}), {count} alarms on {len(pairs)} sound pairs")
            if options.show:
                print("".join(f"    missed: {done}\n" for done in missed), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
