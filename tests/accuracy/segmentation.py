#!/usr/bin/env python3
"""Boundary F1 of `calque segment` on the development sets, with floors.

usage: segmentation.py CALQUE SHARED_DATA
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
# Set, language, floor: the best peer of each set plus .3 points.
SETS = [("ewt-en.dev", "en", 0.8938), ("gum-en.dev", "en", 0.9720), ("gsd-fr.dev", "fr", 0.9852),
        ("sequoia-fr.dev", "fr", 0.9150), ("wmt15-fr", "fr", 0.9915), ("wmt15-fr.all", "fr", 0.9809),
        ("pud-es", "es", 0.9889), ("pud-it", "it", 0.9980)]


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2]) / "dev" / "segmentation"
    if not folder.exists():
        print(f"SKIPPED: the shared data is absent ({folder})")
        return SKIPPED
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch) / "lines"
        for name, language, floor in SETS:
            done = subprocess.run([command, "segment", "--language", language, "--quiet", folder / f"{name}.raw"],
                                  capture_output=True, check=True)
            out.write_bytes(done.stdout)
            done = subprocess.run([command, "evaluate", "segmentation", folder / f"{name}.gold", out],
                                  capture_output=True, check=True)
            f1 = json.loads(done.stdout)["boundary"]["f1"]
            print(f"{name}: boundary F1 {f1:.4f}, floor {floor}")
            failed = failed or f1 < floor
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
