"""An archive of copies of the sample dispatches, and calque batch over it."""
import json
import shutil
import subprocess
from pathlib import Path

COPIES = 6


class Batch:
    """An archive of copies of the samples, and what to do with it."""

    def __init__(self, calque, samples, work):
        self.calque, self.work = calque, work
        self.pairs = []
        for copy in range(COPIES):
            for sample in sorted(path for path in Path(samples).iterdir() if path.is_dir()):
                names = []
                for language in ("en", "fr"):
                    path = work / "archive" / language / f"{sample.name}-{copy}.txt"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(sample / f"{language}.txt", path)
                    names.append(str(path))
                self.pairs.append("\t".join(names))

    def run(self, *arguments, expect=0, **options):
        done = subprocess.run([self.calque, "batch", *map(str, arguments)], capture_output=True, **options)
        assert done.returncode == expect, (arguments, done.returncode, done.stderr.decode())
        return done

    def plan(self, name, shards, pairs=None):
        listing = self.work / f"{name}.tsv"
        listing.write_text("".join(f"{pair}\n" for pair in (self.pairs if pairs is None else pairs)))
        manifest = self.work / f"{name}.manifest"
        manifest.write_bytes(self.run("plan", listing, "--shards", shards).stdout)
        return manifest

    def merge(self, manifest, out, expect=0):
        merged = self.work / "merged.jsonl"
        self.run("merge", "--manifest", manifest, "--out", out, "-o", merged,
                 "--summary", self.work / "summary.json", expect=expect)
        summary = json.loads((self.work / "summary.json").read_text())
        assert summary["pairs"] == summary["written"] + sum(summary["failed"].values()), summary
        for side in (summary["source"], summary["target"]):
            assert side["read"] == side["paired"] + side["alone"] + sum(side["skipped"].values()), summary
        return merged.read_bytes()

    def whole(self, name, shards, jobs, pairs=None):
        manifest = self.plan(name, shards, pairs)
        self.run("run", "--manifest", manifest, "--out", self.work / name, "--jobs", jobs)
        return self.merge(manifest, self.work / name)
