#!/usr/bin/env python3
"""Runs the fuzzers of the `fuzz` preset for long: each until it has had so many minutes of CPU.

    cmake --preset fuzz && cmake --build --preset fuzz
    tests/fuzz/run.py --minutes 30            # every fuzzer
    tests/fuzz/run.py --minutes 10 tmx xliff  # those whose names hold one of these words
    tests/fuzz/run.py --minutes 30 --corpus ~/corpora/calque  # goes on until 30 in all

What a fuzzer finds joins its corpus, in the build folder or in that of --corpus, and is where the
next run begins; what it breaks on lies in `crashes` in the build folder. With --corpus the minutes
of earlier runs count, also of other builds: they stand in NAME.json beside the corpus. Stopped with
Ctrl-C, it still prints its table. The exit code is 1 where anything broke.
"""

import argparse
import functools
import json
import os
import pathlib
import re
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SLICE = 60  # seconds of wall time a turn: all fuzzers get some before any gets much
SLOW = 20  # seconds that no input may take


class Fuzzer:
    def __init__(self, test, crashes, kept):
        command = test["command"]
        self.name = test["name"].removeprefix("fuzz.")
        self.program = command[0]
        self.folders = [argument for argument in command[1:] if not argument.startswith("-")]
        self.crashes = crashes / self.name
        self.environment = dict(os.environ)
        for setting in test.get("properties", []):
            if setting["name"] == "ENVIRONMENT":
                self.environment.update(line.split("=", 1) for line in setting["value"])
        self.total = {"seconds": 0.0, "executions": 0}
        self.coverage = 0
        self.account = None
        if kept:
            self.folders.insert(0, str(kept / self.name))
            (kept / self.name).mkdir(parents=True, exist_ok=True)
            self.account = kept / f"{self.name}.json"
            if self.account.exists():
                self.total = json.loads(self.account.read_text())

    def run(self, seconds):
        """One turn; says whether it ended as it should."""
        self.crashes.mkdir(parents=True, exist_ok=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = subprocess.run(
            [self.program, f"-max_total_time={seconds}", f"-timeout={SLOW}", "-rss_limit_mb=2048", "-max_len=16384",
             "-print_final_stats=1", f"-artifact_prefix={self.crashes}/", *self.folders],
            cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.total["seconds"] += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        for units in re.findall(r"stat::number_of_executed_units:\s*(\d+)", result.stderr):
            self.total["executions"] += int(units)
        if self.account:
            self.account.write_text(json.dumps(self.total) + "\n")
        for points in re.findall(r" cov: (\d+)", result.stderr)[-1:]:
            self.coverage = int(points)
        if result.returncode != 0:
            (self.crashes / "last.log").write_text(result.stderr[-20000:])
        for path in [*self.crashes.glob("slow-unit-*"), *self.crashes.glob("timeout-*")]:
            if not self.is_slow(path):
                path.unlink()
        return not self.broken()

    def is_slow(self, path):
        """libFuzzer goes by the clock, which runs on while a busy machine does something else."""
        limit = functools.partial(resource.setrlimit, resource.RLIMIT_CPU, (SLOW, SLOW))
        return subprocess.run([self.program, "-timeout=86400", path], cwd=ROOT, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=limit,
                              check=False).returncode != 0

    def broken(self):
        return sorted(path.name for path in self.crashes.glob("*-*") if path.is_file())

    def row(self):
        corpus = len(list(pathlib.Path(self.folders[0]).iterdir()))
        return (f"{self.name:24}{self.total['seconds'] / 60:9.1f}{self.total['executions']:13,}"
                f"{self.coverage:9}{corpus:9}{len(self.broken()):8}")


def fuzzers(build, kept, words):
    listing = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1", "-R", r"^fuzz\."],
                             capture_output=True, text=True, check=True)
    tests = [test for test in json.loads(listing.stdout)["tests"] if "command" in test]  # that are built
    found = [Fuzzer(test, build / "tests/fuzz/crashes", kept) for test in tests]
    return [fuzzer for fuzzer in found if not words or any(word in fuzzer.name for word in words)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10, help="of CPU for each fuzzer (default: 10)")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/fuzz")
    parser.add_argument("--corpus", type=pathlib.Path, metavar="FOLDER",
                        help="where corpora and the minutes spent on them are kept from run to run")
    parser.add_argument("words", nargs="*")
    arguments = parser.parse_args()
    chosen = fuzzers(arguments.build, arguments.corpus, arguments.words)
    if not chosen:
        sys.exit(f"no fuzzer in {arguments.build} is called so; build the preset `fuzz` first")
    enough = arguments.minutes * 60 - 1
    waiting = [fuzzer for fuzzer in chosen if fuzzer.total["seconds"] < enough]
    try:
        while waiting:
            fuzzer = waiting.pop(0)
            left = arguments.minutes * 60 - fuzzer.total["seconds"]
            good = fuzzer.run(max(1, min(SLICE, round(left))))
            print(fuzzer.row() + ("" if good else f"  broke: {fuzzer.crashes}"), flush=True)
            if fuzzer.total["seconds"] < enough and good:
                waiting.append(fuzzer)
    except KeyboardInterrupt:
        pass
    print(f"\n{'fuzzer':24}{'CPU min':>9}{'executions':>13}{'edges':>9}{'corpus':>9}{'broken':>8}")
    for fuzzer in chosen:
        print(fuzzer.row())
    return 1 if any(fuzzer.broken() for fuzzer in chosen) else 0


if __name__ == "__main__":
    sys.exit(main())
