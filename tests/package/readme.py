#!/usr/bin/env python3
"""The README's library example is the program that the package tests build; its verbs are all the
verbs there are; the files it names exist; its commands are ones that calque takes, and what it
shows of their output is what they print. CALQUE_GOLDEN_UPDATE=1 writes the numbers that they print
into the README; a person reads the difference.

usage: readme.py TREE CALQUE REFERENCE
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

NUMBER = r"\d+(?:[.,]\d+)*"


def commands_of(readme):
    """What stands behind `calque ` in blocks and in code: argument lists as text."""
    joined = readme.replace("\\\n", " ")
    yield from re.findall(r"^    (?:\$ )?calque ([a-z].*)$", joined, re.MULTILINE)
    yield from re.findall(r"`(?:time )?calque ([a-z][^`]*)`", joined)


def command_faults(readme, calque, verbs):
    options = {}
    for verb in verbs:
        shown = subprocess.run([calque, verb, "--help"], capture_output=True, check=True, text=True).stdout
        options[verb] = set(re.findall(r"^  (?:-\w, |    )(--[a-z-]+)", shown, re.MULTILINE))
        options[verb] |= set(re.findall(r"^  (-\w), ", shown, re.MULTILINE))
    for command in commands_of(readme):
        verb = command.split()[0]
        if verb not in options:
            yield f"shows the verb {verb}, which does not exist: calque {command}"
            continue
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", command.split("#")[0].split("|")[0]):
            if option not in options[verb]:
                yield f"shows the option {option}, which {verb} does not have: calque {command}"


def sessions_of(readme):
    """Commands behind `$`, each with what is shown of its output."""
    for block in re.findall(r"(?:^    .*\n)+", readme, re.MULTILINE):
        lines = [line[4:] for line in block.replace("\\\n", " ").splitlines()]
        starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            yield lines[start][2:], "\n".join(lines[start + 1:end])


def pattern_of(shown):
    """Matches output as it is shown: lines may be wrapped, `…` stands for what is left out, and
    each number is a group."""
    pattern = ""
    for part in re.split(rf"({NUMBER}|\s+|…)", shown):
        if re.fullmatch(NUMBER, part):
            pattern += f"({NUMBER})"
        elif part == "…":
            pattern += "(?s:.*?)"
        else:
            pattern += r"\s+" if part.isspace() else re.escape(part)
    return pattern + r"\s*"


def session_faults(readme, tree, calque):
    """Faults, and the README with the numbers that the commands print."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "corpora").symlink_to(tree / "corpora")
        path = f"{pathlib.Path(calque).resolve().parent}:{os.environ['PATH']}"
        for command, shown in sessions_of(readme):
            done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True,
                                  env=dict(os.environ, PATH=path))
            found = re.fullmatch(pattern_of(shown), done.stdout)
            if done.returncode != 0 or not found:
                faults.append(f"`{command}` ends with {done.returncode} and prints, otherwise than shown:\n"
                              f"{done.stdout}{done.stderr}")
                continue
            numbers = iter(found.groups())
            for line in shown.splitlines():
                now = re.sub(NUMBER, lambda _: next(numbers), line)
                if now != line:
                    faults.append(f"`{command}` prints {now}, not {line}")
                    readme = readme.replace(line, now)
    return faults, readme


def main():
    tree, calque = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    readme = (tree / "README.md").read_text(encoding="utf-8")
    faults = []
    program = (tree / "tests/package/consumer/main.cc").read_text(encoding="utf-8")
    blocks = re.findall(r"```cpp\n(.*?)```", readme, re.DOTALL)
    if program not in blocks:
        faults.append("the library example is not tests/package/consumer/main.cc")
    verbs = subprocess.run([sys.argv[3], "verbs"], capture_output=True, check=True, text=True).stdout.split()
    told = re.findall(r"^\| `([a-z]+)[ `]", readme, re.MULTILINE)
    if sorted(told) != sorted(verbs):
        faults.append(f"the table of verbs lists {told}, there are {verbs}")
    for path in re.findall(r"`((?:align|corpora|include|tests|tools)/[\w./-]+)`", readme):
        if not (tree / path).exists():
            faults.append(f"names {path}, which does not exist")
    faults += command_faults(readme, calque, verbs)
    printed, renewed = session_faults(readme, tree, calque)
    faults += printed
    if os.environ.get("CALQUE_GOLDEN_UPDATE"):
        (tree / "README.md").write_text(renewed, encoding="utf-8")
    print("\n".join(faults) or "the README says what is there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
