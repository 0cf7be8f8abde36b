#!/usr/bin/env python3
"""A folder of align/ includes only folders before it; no dependency shows in a public header; no
two types of the library have one name, of which the linker would mix up the functions.

usage: includes.py TREE ...
"""
import pathlib
import re
import sys

ORDER = ["base", "io", "read", "structure", "segment", "model", "beads", "words", "entities",
         "fidelity", "export", "archive", "measure"]
INCLUDE = re.compile(r'^#include [<"]([^>"]+)[>"]', re.MULTILINE)
# A dependency that one folder, or one file, keeps to itself.
KEPT = {"libxml/": "align/io/", "archive.h": ("align/io/", "tests/support/"),
        "archive_entry.h": ("align/io/", "tests/support/"),
        "cld2/": "align/io/language_id.cc",
        "lbfgs.h": ("align/entities/", "align/words/", "align/model/", "tools/train/"),
        "boost/": "tools/",
        # The top of the library: who includes it is built anew with every option.
        "calque/engine.h": ("align/archive/", "include/", "tools/", "tests/")}
TYPE = re.compile(r"^(?:struct|class|enum class) ([A-Z]\w*)(?: final)?(?: ?: .*)?(?: \{.*)?$")


def types_of(text):
    """Types at the scope of a namespace that has a name."""
    hidden = False
    for line in text.splitlines():
        hidden = line == "namespace {" or hidden and line != "}  // namespace"
        found = TYPE.match(line)
        if found and not hidden:
            yield found[1]


def name_faults(tree):
    homes = {}
    for name, text in sources(tree):
        if not name.startswith(("align/", "include/")):
            continue
        for each in types_of(text):
            homes.setdefault(each, []).append(name)
    for each, places in homes.items():
        if len(places) > 1:
            yield f"{each} is the name of types in {' and '.join(places)}"


def sources(tree):
    for folder in ("include", "align", "tools", "tests"):
        for path in sorted((tree / folder).rglob("*")):
            if path.suffix in (".h", ".cc"):
                yield path.relative_to(tree).as_posix(), path.read_text(encoding="utf-8")


def rank(path):
    return ORDER.index(path.split("/")[1])


def faults_of(name, text):
    for included in INCLUDE.findall(text):
        if name.startswith("align/") and included.startswith("align/") and rank(included) > rank(name):
            yield f"{name} includes {included}, which comes after it"
        if name.startswith("align/") and included.startswith(("tools/", "tests/")):
            yield f"{name}: the library includes {included}"
        if name.startswith("include/") and "/" in included and not included.startswith("calque/"):
            yield f"{name}: a public header shows {included}"
        for foreign, home in KEPT.items():
            if included.startswith(foreign) and not name.startswith(home):
                yield f"{name} includes {included}, which is kept to {home}"


def main():
    tree = pathlib.Path(sys.argv[1])
    faults = [fault for name, text in sources(tree) for fault in faults_of(name, text)]
    faults += name_faults(tree)
    folders = sorted(path.name for path in (tree / "align").iterdir() if path.is_dir())
    if folders != sorted(ORDER):
        faults.append(f"folders of align/ are {folders}")
    print("\n".join(faults) or "every include points back")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
