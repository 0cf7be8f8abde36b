#!/usr/bin/env python3
"""A program takes the data of the library that it was linked with: damage there stops it, with a
message and not with an abort, and CALQUE_DATA goes before them.

usage: data.py DATA PROGRAM SOURCE TARGET
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def main():
    data = pathlib.Path(sys.argv[1])
    plain = {name: value for name, value in os.environ.items() if name != "CALQUE_DATA"}
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        # Below a build folder a program takes the data of the tree.
        program = shutil.copy(sys.argv[2], folder)

        def expect(code, message, **variables):
            done = subprocess.run([program, *sys.argv[3:5], os.path.join(folder, "pair.tmx")], capture_output=True,
                                  text=True, env=plain | variables)
            if done.returncode != code or message not in done.stderr:
                faults.append(f"ends with {done.returncode}, not {code} and `{message}`: {done.stderr}")

        language = data / "languages/fr.json"
        kept = language.read_bytes()
        try:
            language.write_text("{", encoding="utf-8")
            expect(65, str(language))
        finally:
            language.write_bytes(kept)
        expect(66, "holds no calque data", CALQUE_DATA=folder)
        expect(0, "null beads left out")
    print("\n".join(faults) or "the data are those that were installed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
