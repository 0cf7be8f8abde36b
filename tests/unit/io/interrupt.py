#!/usr/bin/env python3
"""interrupt.py CALQUE: a command that is interrupted leaves nothing half-written behind."""

import os
import pathlib
import resource
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


def check_limit(calque):
    """A file that may not grow further is a write error, not a signal that ends the command."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    line = "Marie Curie spoke in Warsaw.\tMarie Curie a parlé à Varsovie.\n"
    with tempfile.TemporaryDirectory() as name:
        done = subprocess.run([calque, "convert", "-", "--input", "tsv", "--output", pathlib.Path(name, "a.tmx"),
                               "--source-language", "en", "--target-language", "fr"], input=line * 2000, text=True,
                              capture_output=True, preexec_fn=limit)
        assert done.returncode == 73, (done.returncode, done.stderr)
        assert "a.tmx: cannot be written: File too large" in done.stderr, done.stderr
        assert not list(pathlib.Path(name).iterdir()), list(pathlib.Path(name).iterdir())


def check_closed_reader(calque, ignored):
    """A reader that has seen enough ends the command in silence; where the caller ignores SIGPIPE, it is a
    write error. No file is left half-written either way."""
    before = (lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)) if ignored else None
    with tempfile.TemporaryDirectory() as name:
        read_end, write_end = os.pipe()
        os.close(read_end)
        line = "Marie Curie spoke in Warsaw.\tMarie Curie a parlé à Varsovie.\n"
        done = subprocess.run([calque, "convert", "-", "--input", "tsv", "--format", "tsv", "--output",
                               pathlib.Path(name, "a.tmx"), "--source-language", "en", "--target-language", "fr"],
                              input=line * 2000, text=True, stdout=write_end, stderr=subprocess.PIPE,
                              preexec_fn=before)
        os.close(write_end)
        assert done.returncode == (73 if ignored else -signal.SIGPIPE), (done.returncode, done.stderr)
        assert ("Broken pipe" in done.stderr) if ignored else not done.stderr, done.stderr
        assert not list(pathlib.Path(name).iterdir()), list(pathlib.Path(name).iterdir())


def check_batch(calque, ignored):
    """Ctrl-C ends a run behind the pairs in hand, but not one in the background of a shell, which ignores it."""
    before = (lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if ignored else None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        text = "The port of Oslo paid for the new bridge.\n"
        names = [f"s{number}" for number in range(9)]
        for each in names:
            (folder / each).write_text(text)
        (folder / "fr").write_text("Le port d'Oslo a payé le nouveau pont.\n")
        (folder / "pairs").write_text("".join(f"{folder / each}\t{folder / 'fr'}\n" for each in names))
        languages = ["--source-language", "en", "--target-language", "fr"]
        manifest = folder / "manifest"
        manifest.write_bytes(subprocess.check_output([calque, "batch", "plan", folder / "pairs", *languages]))
        # The first pair waits for its text.
        (folder / "s0").unlink()
        os.mkfifo(folder / "s0")
        process = subprocess.Popen([calque, "batch", "run", "--quiet", "--manifest", manifest, "--out", folder / "out",
                                    "--jobs", "1"], preexec_fn=before)
        with open(folder / "s0", "w") as first:  # opened when the run has opened it
            process.send_signal(signal.SIGINT)
            first.write(text)
        process.wait(timeout=60)
        assert process.returncode == (0 if ignored else 130), process.returncode


def main():
    # A process that SIGQUIT ends would leave its memory behind, too.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for sent in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGALRM, signal.SIGUSR1,
                 signal.SIGUSR2, signal.SIGVTALRM, signal.SIGXCPU):
        check(sys.argv[1], sent, ignored=False)
    check_limit(sys.argv[1])
    check_closed_reader(sys.argv[1], ignored=False)
    check_closed_reader(sys.argv[1], ignored=True)
    check(sys.argv[1], signal.SIGHUP, ignored=True)
    check_batch(sys.argv[1], ignored=False)
    check_batch(sys.argv[1], ignored=True)


if __name__ == "__main__":
    main()
