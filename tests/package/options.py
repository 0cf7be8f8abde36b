#!/usr/bin/env python3
"""Every option of every verb stands in --help, in the man page and in both completions; help and
pages keep to 80 columns.

usage: options.py TREE CALQUE REFERENCE
"""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile


def output(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def of_bash(script, verb):
    match = re.search(rf'^    "{verb} "\*\) options="([^"]*)"', script, re.MULTILINE)
    return set(match.group(1).split()) if match else set()


def of_zsh(script, verb):
    match = re.search(rf"^ *{verb}\)(.*?);;", script, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"^ *'\*?(--[a-z-]+)\[", match.group(1), re.MULTILINE)) if match else set()


def completed(script, folder, *words):
    """What bash offers for the last of `words`."""
    line = " ".join(shlex.quote(word) for word in words)
    done = subprocess.run(
        ["bash", "-c", f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _calque; "
                       'printf "%s\\n" "${COMPREPLY[@]}"'], cwd=folder, capture_output=True, check=True, text=True)
    return done.stdout.split("\n")[:-1]


def completion_faults(bash, zsh):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "a dispatch.txt").touch()
        for words, offered in (
                (("al",), ["align"]), (("batch", ""), ["plan", "run", "missing", "merge"]),
                (("evaluate", "seg"), ["segmentation"]), (("align", "--for"), ["--format"]),
                (("align", "-f", "tm"), ["tmx"]), (("convert", "--input", "tm"), ["tmx"]),
                (("segment", "--input", "nit"), ["nitf"]), (("batch", "missing", "--format", "arr"), ["array"]),
                (("align", "--input", "l"), ["lines"]), (("check", "--fail-on", "c"), ["critical"]),
                (("align", "a"), ["a dispatch.txt"])):
            found = completed(bash, folder, "calque", *words)
            if found != offered:
                yield f"bash offers {found} for {words}"
        if shutil.which("zsh"):
            pathlib.Path(folder, "_calque").write_text(zsh, encoding="utf-8")
            done = subprocess.run(["zsh", "-n", f"{folder}/_calque"], capture_output=True, text=True)
            if done.returncode != 0:
                yield f"zsh: {done.stderr}"
    for verb, first in (("batch", "plan run missing merge"),
                        ("evaluate", "alignment entities pairs segmentation words")):
        if not re.search(rf"^ *{verb}\)(?:(?!;;).)*'1:what:\({first}\)'", zsh, re.MULTILINE | re.DOTALL):
            yield f"zsh offers no {first} for {verb}"


def main():
    calque, reference = sys.argv[2:4]
    bash, zsh = output(reference, "bash"), output(reference, "zsh")
    listed = output(calque, "--help")
    faults = list(completion_faults(bash, zsh))
    for verb in ("batch", "evaluate"):  # as the verb itself names them
        said = subprocess.run([calque, verb], capture_output=True, text=True).stderr
        faults += [f"{verb} does not name {word}" for word in completed(bash, ".", "calque", verb, "")
                   if word not in said]
    for verb in output(reference, "verbs").split():
        shown = output(calque, verb, "--help")
        heads = re.findall(r"^  (?:-\w, |    )(--[a-z][a-z-]*)", shown, re.MULTILINE)
        page = output(reference, "man", verb)
        pages = re.findall(r"^\*(?:-\w\*, \*)?(--[a-z-]+)\*", page, re.MULTILINE)
        if not heads or len(set(heads)) != len(heads):
            faults.append(f"{verb}: options of --help are {heads}")
        for place, options in (("man page", set(pages)), ("bash", of_bash(bash, verb)),
                               ("zsh", of_zsh(zsh, verb))):
            if options != set(heads):
                faults.append(f"{verb}: {place} and --help differ in {options ^ set(heads)}")
        letters = re.findall(r"^  (-\w), ", shown, re.MULTILINE)
        if len(set(letters)) != len(letters):
            faults.append(f"{verb}: a letter is used twice: {letters}")
        if f"\n  {verb} " not in listed:
            faults.append(f"{verb}: not in `calque --help`")
        faults += [f"{verb}: over 80 columns: {line}" for line in shown.split("\n") if len(line) > 80]
        if "\nExamples:\n" not in shown:
            faults.append(f"{verb}: no example")
    print("\n".join(faults) or "help, man pages and completion agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
