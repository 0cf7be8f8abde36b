#!/usr/bin/env python3
"""Sentences of hard newswire patterns of our own writing: every case but those allowed must pass.

usage: cases.py CALQUE
"""
import pathlib
import re
import subprocess
import sys

# File, cases that may fail.
FILES = [("en", 0), ("fr", 0)]


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def failures_of(command, language):
    path = pathlib.Path(__file__).parent / f"{language}.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, case = line.partition("\t")
        if line.startswith("#"):
            continue
        gold = [plain(sentence.replace("⏎", " ")) for sentence in case.split("¦")]
        text = case.replace("¦", "").replace("⏎", "\n")
        done = subprocess.run([command, "segment", "--language", language, "--quiet", "-"],
                              input=text.encode(), capture_output=True, check=True)
        found = [plain(sentence) for sentence in done.stdout.decode().split("\n") if sentence.strip()]
        if found != gold:
            yield f"{language} {name}: " + " ¦ ".join(found)


def main():
    held = True
    for language, allowed in FILES:
        failures = list(failures_of(sys.argv[1], language))
        print("\n".join(failures + [f"{language}: {len(failures)} failed, {allowed} allowed"]))
        held = held and len(failures) <= allowed
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
