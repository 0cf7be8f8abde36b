#!/usr/bin/env python3
"""What is wrong with a command line is said before any work, with the exit code of what it is.

usage: usage.py CALQUE TREE
"""
import pathlib
import subprocess
import sys
import tempfile

SAMPLE = "corpora/samples/economy-ghana"
PAIR = f"{SAMPLE}/en.txt {SAMPLE}/fr.txt"

# Arguments, exit code, a part of the message. {folder} is a scratch folder; absent.* is not there.
CASES = (
    ("batch plan absent absent --shards 0", 2, "--shards takes a whole number between 1 and 1000000, not `0`"),
    ("batch plan absent absent --shards 99999999999", 2, "--shards takes a whole number between 1 and 1000000"),
    ("batch plan absent absent --threshold 2", 2, "--threshold takes a number between 0 and 1, not `2`"),
    ("batch plan absent.tsv --takes", 2, "--takes does nothing where the pairs are given"),
    ("batch plan absent absent --pairs absent.tsv --window 3", 2, "--window does nothing"),
    ("batch plan absent.tsv --names absent.names", 66, "absent.names: cannot be opened"),
    (f"batch plan absent.tsv --names {SAMPLE}/en.txt", 65, "en.txt:1: is no list of names"),
    (f"check {SAMPLE}/en.txt", 65, "en.txt: is in no format of bitexts that is known"),
    ("pair absent absent --jobs 5000", 2, "--jobs takes a whole number between 1 and 1024"),
    ("pair absent absent --memory 1X", 2, "--memory takes a size of at least 64M"),
    ("pair absent absent --memory 1K", 2, "--memory takes a size of at least 64M"),
    ("pair absent absent --memory .5G", 66, "absent"),
    ("words absent absent --threshold 7", 2, "--threshold takes a number between 0 and 1"),
    ("words absent absent --tokenized --tags absent --scores", 2, "--scores does nothing with --tags"),
    ("check absent absent --threshold x", 2, "--threshold takes a number"),
    ("check absent.tmx --adapt", 2, "--adapt does nothing with a file of bitexts"),
    ("align --input tsv absent.tsv --moved", 2, "--moved does nothing with --input tsv"),
    ("align absent absent --input docx", 2, "no input format is called `docx`"),
    ("entities absent --tagger absent", 2, "--tagger does nothing without --input conll"),
    ("convert absent.tmx --least-words 1.5", 2, "--least-words takes a whole number"),
    ("convert absent.tmx --input docx", 2, "no bitext format is called `docx`; the formats are bitextor"),
    ("learn absent.tsv -o {folder}/m --sightings 3", 2, "--sightings does nothing without --names"),
    ("learn absent.tsv -o {folder}/m --compact", 2, "--compact does nothing without --entities"),
    ("learn absent.tsv -o {folder}/m --language fr", 2, "--language does nothing without --entities"),
    ("learn absent.conll -o {folder}/m --entities --names", 2, "--names does nothing with --entities"),
    ("learn absent.conll -o {folder}/m --entities --format tsv", 2, "--format does nothing with --entities"),
    ("learn absent.jsonl -o {folder}/m --names --notice absent", 2, "--notice does nothing with --names"),
    ("learn absent.tsv", 2, "learn needs --output"),
    ("learn -o {folder}/m", 2, "learn needs a file to learn from"),
    ("learn absent.tsv -o absent/m", 73, "absent/m: cannot be written"),
    ("learn absent.tsv -o {folder}/" + 300 * "m", 73, "cannot be written: File name too long"),
    ("learn --entities absent.conll -o absent/m", 73, "absent/m: cannot be written"),
    ("learn --names absent.jsonl -o absent/m", 73, "absent/m: cannot be written"),
    ("align - -", 2, "standard input is read but once, and `-` is named twice"),
    ("convert - - -o {folder}/x.tmx", 2, "standard input is read but once"),
    ("evaluate words - -", 2, "standard input is read but once"),
    (f"align {PAIR} -o -", 2, "`--output -` does not say in which format"),
    (f"align {PAIR} --names {SAMPLE}/en.txt", 65, "en.txt:1: is no list of names"),
    (f"align {PAIR} --names absent.tsv", 66, "absent.tsv: cannot be opened"),
    ("segment --input docx absent", 2, "no input format is called `docx`"),
)


def main():
    calque, tree = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for line, code, part in CASES:
            done = subprocess.run([calque] + line.format(folder=folder).split(), cwd=tree, capture_output=True,
                                  text=True, stdin=subprocess.DEVNULL)
            if done.returncode != code or part not in done.stderr or done.stdout:
                faults.append(f"calque {line}\n  ends with {done.returncode}, not {code}, saying {done.stderr}"
                              f"  and not: {part}")
        left = [path.name for path in pathlib.Path(folder).iterdir()]
        if left:
            faults.append(f"left behind: {left}")
    print("\n".join(faults) or "every mistake is told at once")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
