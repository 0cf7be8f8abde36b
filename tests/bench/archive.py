#!/usr/bin/env python3
"""What an archive costs from end to end: plan (read, segment, pair), run (align, words, entities,
check, write), merge.

usage: archive.py CALQUE SOURCES TARGETS

Prints CPU a pair by step, peak memory, pairs a second with one job and with two, and their ratio.
Archives to measure on: tests/accuracy/pairing/archives.py. Give it an idle machine: pairs a second
are wall time; CPU a pair stands more noise.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def timed(command, **options):
    """(seconds, CPU seconds, peak memory in MB)"""
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[:3]} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def end_to_end(calque, sources, targets, jobs, folder):
    manifest, out, merged = folder / "manifest", folder / "out", folder / "merged.jsonl.zst"
    common = ["--quiet"]
    with open(manifest, "wb") as listing:
        steps = {"plan": timed([calque, "batch", "plan", sources, targets, "--jobs", jobs, *common],
                               stdout=listing)}
    where = ["--manifest", manifest, "--out", out]
    steps["run"] = timed([calque, "batch", "run", *where, "--jobs", jobs, *common])
    steps["merge"] = timed([calque, "batch", "merge", *where, "-o", merged, *common])
    return len(manifest.read_bytes().splitlines()) - 1, steps


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    rates = {}
    for jobs in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            pairs, steps = end_to_end(*sys.argv[1:], jobs, Path(folder))
        rates[jobs] = pairs / sum(seconds for seconds, _, _ in steps.values())
        for step, (seconds, cpu, memory) in steps.items():
            print(f"jobs {jobs}  {step:5}  {1000 * cpu / pairs:6.2f} ms CPU a pair, {pairs / seconds:7.1f} pairs/s, "
                  f"{memory:4.0f} MB")
        cpu = sum(cpu for _, cpu, _ in steps.values())
        print(f"jobs {jobs}  all    {1000 * cpu / pairs:6.2f} ms CPU a pair, {rates[jobs]:7.1f} pairs/s, {pairs} pairs")
    print(f"two jobs by one: {rates[2] / rates[1]:.2f}")


if __name__ == "__main__":
    main()
