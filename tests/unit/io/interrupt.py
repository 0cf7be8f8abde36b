#!/usr/bin/env python3
"""interrupt.py CALQUE: a command that is interrupted leaves nothing half-written behind."""

import pathlib
import signal
import subprocess
import sys
import tempfile
import time


def check(calque, sent, ignored):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        before = (lambda: signal.signal(sent, signal.SIG_IGN)) if ignored else None
        # It has opened its outputs and waits for the first line.
        process = subprocess.Popen(
            [calque, "convert", "-", "--input", "jsonl", "--output", folder / "a.tmx", "--output", folder / "b.tsv.gz",
             "--ledger", folder / "c.tsv"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before)
        deadline = time.monotonic() + 30
        while len(list(folder.iterdir())) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        begun = sorted(path.name for path in folder.iterdir())
        assert len(begun) == 3 and all(".part." in file for file in begun), begun
        process.send_signal(sent)
        if ignored:
            process.communicate()
            assert process.returncode == 0, process.returncode
            assert sorted(path.name for path in folder.iterdir()) == ["a.tmx", "b.tsv.gz", "c.tsv"]
        else:
            process.wait(timeout=30)
            assert process.returncode == -sent, process.returncode
            assert not list(folder.iterdir()), list(folder.iterdir())
            process.stdin.close()
            process.stderr.close()


def main():
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        check(sys.argv[1], sent, ignored=False)
    check(sys.argv[1], signal.SIGHUP, ignored=True)


if __name__ == "__main__":
    main()
