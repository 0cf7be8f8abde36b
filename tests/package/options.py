#!/usr/bin/env python3
"""Every option of every verb stands in --help, in the man page and in both completions; help and
pages keep to 80 columns.

usage: options.py TREE CALQUE REFERENCE
"""
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import tempfile


def output(*command):
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def variables(tree):
    """The environment variables that calque and what is installed beside it read."""
    found = set()
    for pattern, places in ((r'getenv\("(CALQUE_\w+)"\)', ("align/**/*.cc", "tools/calque/*.cc")),
                            (r"\$\{(CALQUE\w*):-", ("tools/slurm/calque-*",))):
        for path in (path for place in places for path in tree.glob(place)):
            found |= set(re.findall(pattern, path.read_text(encoding="utf-8")))
    return sorted(found)


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
    return [line for line in done.stdout.split("\n") if line]


ZSHRC = """PROMPT= RPROMPT=
fpath=($ZDOTDIR $fpath)
autoload -Uz compinit && compinit -u -D
tell() { print -r -- $BUFFER >> $ZDOTDIR/told; BUFFER= }
zle -N tell
bindkey '^T' tell
print -r -- ready
"""


def open_terminal():
    """Both ends of a terminal; None, and a word of it, where the system lends none: a chroot without /dev/pts."""
    try:
        return pty.openpty()
    except OSError as error:
        print(f"SKIPPED: completion is not tried in a zsh: {error}")
        return None


def completed_by_zsh(script, folder, lines, control, terminal):
    """What each line is behind a tab, in a shell that is as interactive as a user's."""
    for name, text in (("_calque", script), (".zshrc", ZSHRC), ("told", "")):
        pathlib.Path(folder, name).write_text(text, encoding="utf-8")
    environment = {"ZDOTDIR": folder, "HOME": folder, "TERM": "dumb", "PATH": os.environ["PATH"]}
    shell = subprocess.Popen(["zsh", "-d", "-i"], cwd=folder, env=environment, stdin=terminal, stdout=terminal,
                             stderr=terminal, start_new_session=True)
    os.close(terminal)
    said = b""
    try:
        while b"ready" not in said:
            said += os.read(control, 4096)
        os.write(control, "".join(f"{line}\t\x14" for line in lines).encode() + b"exit\n")
        while select.select([control], [], [], 30)[0] and os.read(control, 4096):
            pass
    except OSError:  # the shell has gone
        pass
    os.close(control)
    shell.kill()
    shell.wait()
    return pathlib.Path(folder, "told").read_text(encoding="utf-8").splitlines()


def zsh_faults(zsh, folder):
    cases = {"calque al": "calque align ", "calque batch mi": "calque batch missing ",
             "calque align --for": "calque align --format ", "calque align -f bea": "calque align -f beads ",
             "calque segment --input nit": "calque segment --input nitf ",
             "calque check --fail-on c": "calque check --fail-on critical ",
             "calque pair --threshold a": "calque pair --threshold a",
             "calque align --model a": r"calque align --model a\ dispatch.txt ",
             "calque align a": r"calque align a\ dispatch.txt "}
    ends = open_terminal()
    for line, found in zip(cases, completed_by_zsh(zsh, folder, cases, *ends), strict=True) if ends else ():
        if found.rstrip() != cases[line].rstrip():
            yield f"zsh makes `{found}` of `{line}`"


def completion_faults(bash, zsh):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "a dispatch.txt").touch()
        for words, offered in (
                (("al",), ["align"]), (("batch", ""), ["plan", "run", "missing", "merge"]),
                (("evaluate", "seg"), ["segmentation"]), (("align", "--for"), ["--format"]),
                (("align", "-f", "tm"), ["tmx"]), (("convert", "--input", "tm"), ["tmx"]),
                (("segment", "--input", "nit"), ["nitf"]), (("batch", "missing", "--format", "arr"), ["array"]),
                (("align", "--input", "l"), ["lines"]), (("check", "--fail-on", "c"), ["critical"]),
                (("pair", "--threshold", "a"), []), (("align", "--model", "a"), ["a dispatch.txt"]),
                (("align", "a"), ["a dispatch.txt"]), (("align", "--format", "=", "tm"), ["tmx"]),
                (("check", "--fail-on", "="), ["never", "minor", "major", "critical"]),
                (("align", "--model", "="), ["a dispatch.txt"]), (("check", "--input", "xli"), ["xliff"])):
            found = completed(bash, folder, "calque", *words)
            if found != offered:
                yield f"bash offers {found} for {words}"
        if shutil.which("zsh"):
            yield from zsh_faults(zsh, folder)
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
    page = output(reference, "man")
    for variable in variables(pathlib.Path(sys.argv[1])):
        if f"*{variable}*" not in page:
            faults.append(f"calque.1 does not tell of {variable}")
    print("\n".join(faults) or "help, man pages and completion agree")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
