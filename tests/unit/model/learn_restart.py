#!/usr/bin/env python3
"""`calque learn` is killed in the middle and started again: the model is the same, byte for byte. So it
is where the state that was left is of another text; only, it is said and the state not used.

usage: learn_restart.py CALQUE
"""
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

PAIRS = 12_000
WORDS = 3_000


def text():
    rng = random.Random(5)
    lines = []
    for _ in range(PAIRS):
        words = [min(rng.randrange(WORDS), rng.randrange(WORDS)) for _ in range(rng.randint(5, 25))]
        lines.append(" ".join(f"s{word}" for word in words) + "\t" + " ".join(f"t{word}" for word in words) + "\n")
    return "".join(lines)


def main():
    calque = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "pairs.tsv").write_text(text(), encoding="utf-8")

        # The same words, so that only their order tells one text from the other.
        lines = (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / "other.tsv").write_text("".join(reversed(lines)), encoding="utf-8")

        def command(output, text="pairs.tsv"):
            return [calque, "learn", folder / text, "-o", folder / output, "--source-language", "en",
                    "--target-language", "fr"]
        subprocess.run(command("whole.calque"), check=True, capture_output=True)
        partial = folder / "killed.calque.partial"
        with subprocess.Popen(command("killed.calque"), stderr=subprocess.DEVNULL) as process:
            while not partial.exists() and process.poll() is None:
                time.sleep(0.001)
            process.kill()
        if process.returncode == 0 or not partial.exists() or (folder / "killed.calque").exists():
            sys.exit(f"was not stopped in the middle: exit {process.returncode}")
        shutil.copy(partial, folder / "other.calque.partial")
        other = subprocess.run(command("other.calque", "other.tsv"), check=True, capture_output=True, text=True)
        if "other.calque.partial is of another training" not in other.stderr or "goes on" in other.stderr:
            sys.exit(f"took the state of another text: {other.stderr}")
        again = subprocess.run(command("killed.calque"), check=True, capture_output=True, text=True)
        if "goes on behind step" not in again.stderr:
            sys.exit(f"began anew: {again.stderr}")
        if (folder / "killed.calque").read_bytes() != (folder / "whole.calque").read_bytes():
            sys.exit("another model than without a stop")
        left = sorted(path.name for path in folder.iterdir())
        if left != ["killed.calque", "other.calque", "other.tsv", "pairs.tsv", "whole.calque"]:
            sys.exit(f"left behind: {left}")
    print(again.stderr.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
