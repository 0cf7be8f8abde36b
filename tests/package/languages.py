#!/usr/bin/env python3
"""The files of corpora/languages say the same things in the same order, so that two of them can be
read side by side: sections as text flows through calque, keys alike in any two files.

usage: languages.py TREE ...
"""
import itertools
import json
import pathlib
import sys

SECTIONS = ["press", "dispatch", "segmentation", "tokens", "words", "values", "names", "fidelity"]


def faults(languages):
    for name, language in languages.items():
        unknown = [section for section in language if section not in SECTIONS]
        if unknown:
            yield f"{name}: no section is called {', '.join(unknown)}"
        elif list(language) != sorted(language, key=SECTIONS.index):
            yield f"{name}: sections stand as {', '.join(language)}"
    for (one, first), (other, second) in itertools.combinations(languages.items(), 2):
        for section in first.keys() & second.keys():
            shared = [key for key in first[section] if key in second[section]]
            there = [key for key in second[section] if key in first[section]]
            if shared != there:
                at = next(i for i, pair in enumerate(zip(shared, there)) if pair[0] != pair[1])
                yield f"{section}: {one} has {shared[at]} where {other} has {there[at]}"


def main():
    paths = sorted(pathlib.Path(sys.argv[1], "corpora/languages").glob("*.json"))
    assert len(paths) > 1, sys.argv[1]
    found = list(faults({path.name: json.loads(path.read_text("utf-8")) for path in paths}))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
