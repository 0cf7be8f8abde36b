#!/usr/bin/env python3
"""What `calque learn --entities` makes of as much text as CoNLL-2003 has: F1, time and memory.

    training.py CALQUE SHARED_DATA [--language en] [--language fr]

CoNLL-2003 itself may not be had freely. WikiNEuRal's validation parts are of its size, 270 and 320
thousand tokens, tagged by machine: four sentences of five are learnt from and the fifth is tagged.
Some four minutes a language; not among the tests.
"""
import argparse
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
FIFTH = 5


def read_sentences(path):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read().strip().split("\n\n")


def write(path, sentences):
    path.write_text("".join(sentence + "\n\n" for sentence in sentences), encoding="utf-8")


def tokens_of(sentence):
    return "\n".join(line.split("\t")[0] for line in sentence.split("\n"))


def learn(calque, train, tagger, language):
    """Seconds of CPU and megabytes."""
    command = [calque, "learn", "--entities", train, "-o", tagger, "--language", language, "--quiet"]
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"learn failed: {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(calque, path, language, folder):
    sentences = read_sentences(path)
    train, gold, plain, tagged, tagger = (
        folder / f"{language}.{name}" for name in ("train", "gold", "plain", "tagged", "tagger"))
    learnt = [s for i, s in enumerate(sentences) if i % FIFTH != FIFTH - 1]
    kept = sentences[FIFTH - 1::FIFTH]
    write(train, learnt)
    write(gold, kept)
    write(plain, map(tokens_of, kept))
    seconds, megabytes = learn(calque, train, tagger, language)
    tagged.write_bytes(subprocess.run(
        [calque, "entities", "--input", "conll", "--format", "conll", "--tagger", tagger, plain],
        check=True, capture_output=True).stdout)
    score = json.loads(subprocess.run([calque, "evaluate", "entities", gold, tagged], check=True,
                                      capture_output=True).stdout)
    tokens = sum(s.count("\n") + 1 for s in learnt)
    print(f"{language}: {tokens:,} tokens in {seconds:.0f} s of CPU and {megabytes:.0f} MB, "
          f"{tagger.stat().st_size / 1e6:.1f} MB on disk; typed F1 {score['typed']['f1']:.3f}, "
          f"untyped {score['untyped']['f1']:.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("calque")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--language", action="append", choices=("en", "fr"))
    options = parser.parse_args()
    folder = options.data / "dev" / "ner"
    if not folder.is_dir():
        print(f"skipped, shared data absent: {folder}")
        return SKIPPED
    with tempfile.TemporaryDirectory() as work:
        for language in options.language or ("en", "fr"):
            measure(options.calque, folder / f"wikineural-{language}.val.bio.xz", language,
                    pathlib.Path(work))
    return 0


if __name__ == "__main__":
    sys.exit(main())
