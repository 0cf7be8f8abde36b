#!/usr/bin/env python3
"""Runs one golden case: a folder that says what the command is given and what it must give back.

  arguments        one argument a line; {repository} names the source tree
  stdin            standard input (optional)
  prepare          a Python script that makes inputs too large to keep (optional)
  needs            paths that must exist, else the case is skipped, loudly (optional)
  memory           the most MiB the command may take at once (optional)
  expected.out     standard output
  expected.err     standard error
  expected.exit    the exit code
  expected/        files the command must have written; no others may be left behind

The command runs in a scratch copy of the folder. CALQUE_GOLDEN_UPDATE=1 rewrites what is expected;
a person reads the difference.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
HARNESS = {"arguments", "stdin", "prepare", "needs", "memory", "expected.out", "expected.err",
           "expected.exit"}


def files_below(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run(command, case, repository):
    needs = case / "needs"
    for line in needs.read_text().split() if needs.exists() else []:
        path = pathlib.Path(line.format(repository=repository))
        if not path.exists():
            print(f"SKIPPED {case.name}: {path} is absent")
            sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for path in case.iterdir():
            if path.name in HARNESS or path.name == "expected":
                continue
            (shutil.copytree if path.is_dir() else shutil.copy)(path, scratch / path.name)
        if (case / "prepare").exists():
            subprocess.run([sys.executable, str(case / "prepare")], cwd=scratch, check=True)
        before = files_below(scratch)
        arguments = [a.format(repository=repository) for a in (case / "arguments").read_text().splitlines()]
        stdin = (case / "stdin").read_bytes() if (case / "stdin").exists() else b""
        done = subprocess.run([command] + arguments, cwd=scratch, input=stdin, capture_output=True)
        after = files_below(scratch)
    written = {name: data for name, data in after.items() if before.get(name) != data}
    missing = sorted(set(before) - set(after))
    return done, written, missing


def hide_paths(data, repository):
    return data.replace(str(repository).encode(), b"{repository}")


def main():
    command, case, repository = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    done, written, missing = run(os.path.abspath(command), case, repository)
    actual = {"expected.out": hide_paths(done.stdout, repository),
              "expected.err": hide_paths(done.stderr, repository),
              "expected.exit": f"{done.returncode}\n".encode()}
    actual.update({"expected/" + name: data for name, data in written.items()})
    if os.environ.get("CALQUE_GOLDEN_UPDATE"):
        shutil.rmtree(case / "expected", ignore_errors=True)
        for name, data in actual.items():
            (case / name).parent.mkdir(exist_ok=True, parents=True)
            (case / name).write_bytes(data)
        return 0
    expected = {n: d for n, d in files_below(case).items() if n.startswith("expected")}
    failures = [f"inputs lost: {missing}"] if missing else []
    if (case / "memory").exists():
        limit = int((case / "memory").read_text())
        taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        if taken > limit:
            failures.append(f"took {taken} MiB, more than {limit}")
    for name in sorted(set(expected) | set(actual)):
        if name not in actual:
            failures.append(f"{name}: was not written")
        elif expected.get(name) != actual[name]:
            shown = actual[name].decode("utf-8", "backslashreplace")
            wanted = expected.get(name, b"(nothing)").decode("utf-8", "backslashreplace")
            failures.append(f"{name}:\n--- expected\n{wanted[:4000]}\n--- actual\n{shown[:4000]}")
    print("\n".join(failures) or "ok")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
