#!/usr/bin/env python3
"""streaming.py CALQUE: memory does not grow with the corpus, whatever is read or written.

Each format is written from a large corpus and read again by a program that may not hold much; the
peak is what the kernel says of it."""
import os
import subprocess
import sys
import tempfile

CALQUE = sys.argv[1]
MOST = 24 << 20  # bytes; the program alone takes 13 MB, the corpus as bitexts 27 MB
BITEXTS = 4000
BEADS = 20
SINGLE_FILES = ("bitextor", "deferred", "jsonl", "tei", "tmx", "tsv", "xliff12", "xliff21")
SEVERAL_FILES = ("hf", "moses")
UNREADABLE = ("deferred",)


def corpus(path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("source\ttarget\tscore\tbitext\tsource_document\ttarget_document"
                  "\tsource_language\ttarget_language\ttarget_credits\n")
        for bitext in range(BITEXTS):
            for bead in range(BEADS):
                number = bitext * BEADS + bead
                out.write(f"The Corvane line adds ship {number} and a quay in May, says its head."
                          f"\tLa compagnie Corvane ajoute le navire {number} et un quai en mai."
                          f"\t0.9\tb{bitext}\te{bitext}\tf{bitext}\ten\tfr\ttranslator: T{bitext}\n")


def run(*arguments):
    pid = os.posix_spawn(CALQUE, [CALQUE, "convert", "--quiet", *arguments], os.environ)
    _, status, usage = os.wait4(pid, 0)
    assert status == 0, f"{arguments}: {status}"
    peak = usage.ru_maxrss << 10
    assert peak < MOST, f"{arguments}: {peak >> 20} MB"
    return peak


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    corpus("x.tsv")
    size = os.path.getsize("x.tsv")
    assert size > 12 << 20, size
    for name in SINGLE_FILES + SEVERAL_FILES:
        written = run("x.tsv", "--output", f"y.{name}")
        read = 0 if name in UNREADABLE else run(f"y.{name}", "--input",
                                                "xliff" if "xliff" in name else name,
                                                "--output", "back.beads")
        print(f"{name}: written in {written >> 20} MB, read in {read >> 20} MB")
        subprocess.run(["sh", "-c", "rm -rf y.* back.*"], check=True)
    print("shuffled in", run("x.tsv", "--shuffle", "1", "--output", "y.tmx.zst") >> 20, "MB")
