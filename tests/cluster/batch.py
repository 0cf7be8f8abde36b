#!/usr/bin/env python3
"""What calque batch does when things go wrong: the merged bytes are those of an undisturbed run.

usage: batch.py CALQUE SAMPLES [--kills N] [--seed S]

Runs on copies of the sample dispatches. N random moments at which a run is killed or stopped.
"""
import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import batch_plans
from sample_archive import Batch


def same_bytes(batch, expected, rng):
    shuffled = list(batch.pairs)
    rng.shuffle(shuffled)
    for name, shards, jobs, pairs in (("two", 2, 2, None), ("seven", 7, 3, shuffled)):
        assert batch.whole(name, shards, jobs, pairs) == expected, name
    assert batch.plan("a", 7).read_bytes() == batch.plan("b", 7, shuffled).read_bytes()


def kills(batch, expected, rng, count):
    """Killed or stopped at random moments, then run to its end."""
    manifest = batch.plan("killed", 1)
    command = [batch.calque, "batch", "run", "--manifest", manifest, "--out", batch.work / "killed", "--jobs", "2"]
    start = time.monotonic()
    subprocess.run([*command, "--quiet"], check=True)
    longest = time.monotonic() - start
    ended = {}
    for _ in range(count):
        shutil.rmtree(batch.work / "killed", ignore_errors=True)
        for _ in range(rng.randint(1, 3)):
            process = subprocess.Popen(command, stderr=subprocess.PIPE)
            time.sleep(rng.uniform(0.0, longest))
            sent = rng.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGUSR1, signal.SIGTERM, signal.SIGINT))
            process.send_signal(sent)
            said = process.communicate()[1].decode()
            ended[process.returncode] = ended.get(process.returncode, 0) + 1
            # Before it looks for signals, and after its work, a signal ends it as it ends others.
            assert process.returncode in (0, -sent, 75, 130), (sent, process.returncode, said)
            if process.returncode in (75, 130):
                assert "run the same command again to go on" in said, said
        batch.run(*command[2:])
        assert batch.merge(manifest, batch.work / "killed") == expected
        left = sorted(path.name for path in (batch.work / "killed").iterdir())
        assert left == ["0.done.json", "0.jsonl.zst", "0.log.jsonl"], left
    print(f"  ended with {ended}")


def twice_at_once(batch, expected):
    manifest = batch.plan("twice", 1)
    command = [batch.calque, "batch", "run", "--manifest", manifest, "--out", batch.work / "twice", "--quiet"]
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert batch.merge(manifest, batch.work / "twice") == expected
    # As a run leaves it that is killed between its record and the end.
    left = [batch.work / "twice" / name for name in ("0.at-0-48.part.json", "0.at-0-48.jsonl.zst")]
    for path in left:
        path.write_bytes(b"")
    said = batch.run("run", "--manifest", manifest, "--out", batch.work / "twice").stderr
    assert b"was done" in said and not any(path.exists() for path in left), said


def disk_full(batch, expected):
    manifest = batch.plan("full", 1)

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))

    where = ("run", "--manifest", manifest, "--out", batch.work / "full")
    said = batch.run(*where, expect=73, preexec_fn=limit).stderr.decode()
    assert "cannot be written" in said, said
    batch.run(*where)
    assert batch.merge(manifest, batch.work / "full") == expected


def no_folder(batch):
    (batch.work / "file").write_text("not a folder\n")
    manifest = batch.plan("nowhere", 1)
    batch.run("run", "--manifest", manifest, "--out", batch.work / "file", expect=73)
    if os.geteuid() != 0:
        (batch.work / "closed").mkdir(mode=0o500)
        batch.run("run", "--manifest", manifest, "--out", batch.work / "closed", expect=73)


def poisoned(batch, expected):
    """One document is damaged and one gone between plan and run: two records, all else done."""
    manifest = batch.plan("poisoned", 3)
    bad, gone = (Path(batch.pairs[at].split("\t")[side]) for at, side in ((3, 0), (20, 1)))
    kept = bad.read_bytes(), gone.read_bytes()
    bad.write_bytes(bytes(range(256)) * 20)
    gone.unlink()
    out = batch.work / "poisoned"
    batch.run("run", "--manifest", manifest, "--out", out, expect=1)
    merged = batch.merge(manifest, out, expect=1)
    failed = [json.loads(line) for path in sorted(out.glob("*.failed.jsonl"))
              for line in path.read_text().splitlines()]
    assert {(Path(f["id"].split("~")[f["code"] == 66]).name, f["code"]) for f in failed} == {
        (bad.name, 65), (gone.name, 66)}, failed
    ids = [f["id"] for f in failed]
    rest = [line for line in expected.splitlines() if json.loads(line)["id"] not in ids]
    assert merged.splitlines() == rest and len(rest) == len(batch.pairs) - 2
    bad.write_bytes(kept[0])
    gone.write_bytes(kept[1])
    # What failed once is not tried again unasked, and that is said.
    where = ("run", "--manifest", manifest, "--out", out)
    assert b"--force" in batch.run(*where, expect=1).stderr
    batch.run(*where, "--force")
    assert batch.merge(manifest, out) == expected


def refusals(batch):
    manifest = batch.plan("gaps", 4)
    out = batch.work / "gaps"
    where = ("--manifest", manifest, "--out", out)
    batch.run("run", *where, "--shard", "2/4")
    assert batch.run("missing", *where, "--format", "array").stdout == b"0-1,3\n"
    assert batch.run("missing", *where).stdout == b"0\n1\n3\n"
    said = batch.run("merge", *where, "-o", batch.work / "no.jsonl", expect=75).stderr
    assert b"0-1,3" in said and not (batch.work / "no.jsonl").exists()
    for shard in ("4/4", "0/5", "x", "auto"):
        environment = {key: value for key, value in os.environ.items() if key != "SLURM_ARRAY_TASK_ID"}
        batch.run("run", *where, "--shard", shard, expect=2, env=environment)
    for shard in (0, 1, 3):
        batch.run("run", *where, "--shard", "auto", env={**os.environ, "SLURM_ARRAY_TASK_ID": str(shard)})
    assert batch.run("missing", *where, "--format", "array").stdout == b"\n"
    # The same folder for another plan, and a shard that was changed.
    other = batch.plan("other", 4, batch.pairs[:-1])
    batch.run("run", "--manifest", other, "--out", out, "--shard", "1/4", expect=65)
    shutil.copy(out / "1.jsonl.zst", out / "0.jsonl.zst")
    batch.run("merge", *where, "-o", batch.work / "no.jsonl", expect=75)
    batch.run("run", *where, "--shard", "0/4")
    batch.merge(manifest, out)
    # Shards that lost what they made: a whole file, the end of one, and its bytes.
    (out / "0.jsonl.zst").unlink()
    assert batch.run("missing", *where).stdout == b"0\n"
    assert b"was done" not in batch.run("run", *where, "--shard", "0/4").stderr
    whole = (out / "2.jsonl.zst").read_bytes()
    (out / "2.jsonl.zst").write_bytes(whole[:len(whole) // 2])
    assert batch.run("missing", *where).stdout == b"2\n"
    assert b"was done" not in batch.run("run", *where, "--shard", "2/4").stderr
    (out / "2.jsonl.zst").write_bytes(whole[:len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    said = batch.run("merge", *where, "-o", batch.work / "no.jsonl", expect=65).stderr
    assert b"2.jsonl.zst" in said and b"run --shard 2 --force" in said, said
    batch.run("run", *where, "--shard", "2", "--force")
    batch.merge(manifest, out)
    # Records that cannot be read: the shards are to be done again, and no others.
    (out / "1.done.json").write_bytes(b"")
    (out / "3.done.json").write_bytes((out / "3.done.json").read_bytes()[:40])
    assert batch.run("missing", *where).stdout == b"1\n3\n"
    batch.run("run", *where)
    batch.merge(manifest, out)
    manifest.write_bytes(manifest.read_bytes()[:-200])
    batch.run("run", *where, "--shard", "3/4", expect=65)


def empty(batch):
    for language in ("en", "fr"):
        (batch.work / "empty" / language).mkdir(parents=True)
    manifest = batch.work / "empty.manifest"
    manifest.write_bytes(batch.run("plan", batch.work / "empty/en", batch.work / "empty/fr").stdout)
    batch.run("run", "--manifest", manifest, "--out", batch.work / "none")
    assert batch.merge(manifest, batch.work / "none") == b""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calque")
    parser.add_argument("samples")
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(os.path.abspath(options.calque), options.samples, Path(folder))
        expected = batch.whole("one", 1, 1)
        assert expected.count(b"\n") == len(batch.pairs)
        for name, check in (("same bytes", lambda: same_bytes(batch, expected, rng)),
                            ("killed and stopped", lambda: kills(batch, expected, rng, options.kills)),
                            ("twice at once", lambda: twice_at_once(batch, expected)),
                            ("disk full", lambda: disk_full(batch, expected)),
                            ("no folder", lambda: no_folder(batch)),
                            ("poisoned and gone", lambda: poisoned(batch, expected)),
                            ("refusals", lambda: refusals(batch)),
                            ("empty", lambda: empty(batch)),
                            ("moved", lambda: batch_plans.moved(batch)),
                            ("names", lambda: batch_plans.names(batch)),
                            ("takes", lambda: batch_plans.takes(batch, options.samples)),
                            ("archives", lambda: batch_plans.archives(batch, expected))):
            check()
            print(f"{name}: right", flush=True)


if __name__ == "__main__":
    sys.exit(main())
