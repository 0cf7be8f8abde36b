#!/usr/bin/env python3
"""The Debian packages hold what they should, and the packed command aligns from where it lies.

usage: deb.py BUILD TREE
"""
import pathlib
import subprocess
import sys
import tempfile

MEMBERS = {"calque": ["usr/bin/calque", "usr/bin/calque-submit", "usr/libexec/calque/calque-batch",
                      "usr/share/calque/models/en-fr.calque",
                      "usr/share/bash-completion/completions/calque",
                      "usr/share/zsh/site-functions/_calque", "usr/share/man/man1/calque-align.1",
                      "usr/share/man/man5/calque-formats.5", "usr/share/calque/NOTICE"],
           "libcalque-dev": ["usr/include/calque/engine.h", "usr/lib/libcalque.a",
                             "usr/lib/cmake/calque/calqueConfig.cmake"]}


def unpack(build, folder):
    """Packs both packages and unpacks them into one root; yields what is missing from each."""
    subprocess.run(["cpack", "--config", f"{build}/CPackConfig.cmake", "-B", folder], check=True,
                   stdout=subprocess.DEVNULL)
    for name, members in MEMBERS.items():
        package = next(pathlib.Path(folder).glob(f"{name}_*.deb"))
        listed = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, check=True, text=True).stdout
        here = {line.split()[5].removeprefix("./") for line in listed.splitlines()}
        yield from (f"{name} lacks {member}" for member in members if member not in here)
        subprocess.run(["dpkg-deb", "-x", package, f"{folder}/unpacked"], check=True)


def main():
    build, tree = sys.argv[1:3]
    sample = pathlib.Path(tree) / "corpora/samples/economy-ghana"
    with tempfile.TemporaryDirectory() as folder:
        faults = list(unpack(build, folder))
        # What is packed is found by where the command lies, before the source tree's data.
        done = subprocess.run([f"{folder}/unpacked/usr/bin/calque", "align", "--format", "links",
                               sample / "en.txt", sample / "fr.txt"], capture_output=True, text=True,
                              env={})
        if done.returncode != 0 or "IMF\tFMI" not in done.stdout:
            faults.append(f"the packed command ends with {done.returncode}: {done.stderr}")
    print("\n".join(faults) or "both packages are whole")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
