#!/usr/bin/env python3
"""The README's library example is the program that the package tests build; its verbs are all the
verbs there are; the files it names exist.

usage: readme.py TREE CALQUE REFERENCE
"""
import pathlib
import re
import subprocess
import sys


def main():
    tree = pathlib.Path(sys.argv[1])
    readme = (tree / "README.md").read_text(encoding="utf-8")
    faults = []
    program = (tree / "tests/package/consumer/main.cc").read_text(encoding="utf-8")
    blocks = re.findall(r"```cpp\n(.*?)```", readme, re.DOTALL)
    if program not in blocks:
        faults.append("the library example is not tests/package/consumer/main.cc")
    verbs = subprocess.run([sys.argv[3], "verbs"], capture_output=True, check=True, text=True).stdout.split()
    told = re.findall(r"^\| `([a-z]+)[ `]", readme, re.MULTILINE)
    if sorted(told) != sorted(verbs):
        faults.append(f"the table of verbs lists {told}, there are {verbs}")
    for path in re.findall(r"`((?:align|corpora|include|tests|tools)/[\w./-]+)`", readme):
        if not (tree / path).exists():
            faults.append(f"names {path}, which does not exist")
    print("\n".join(faults) or "the README says what is there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
