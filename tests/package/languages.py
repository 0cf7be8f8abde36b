#!/usr/bin/env python3
"""The files of corpora/languages say the same things in the same order, so that two of them can be
read side by side: sections as text flows through calque, keys alike in any two files. Every key is
one that some reader asks for, and no list says a thing twice. Opposites are called alike in all
languages, no word of one pole is covered by a stem of the other, and each exception from stems is
one from some stem.

usage: languages.py TREE ...
"""
import itertools
import json
import pathlib
import re
import sys
import unicodedata

SECTIONS = ["press", "dispatch", "segmentation", "tokens", "words", "values", "names", "fidelity"]


def repeated(value, place):
    """Words that stand twice in one list, in lists of lists and tables as well."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from repeated(inner, f"{place}.{key}")
    elif isinstance(value, list):
        words = [word.lower() for word in value if isinstance(word, str)]
        yield from (f"{place}: {word} stands twice" for word in sorted(set(words))
                    if words.count(word) > 1)
        for inner in value if not place.endswith(".spelling") else []:  # pairs: from, to
            yield from repeated(inner, place)


def keys_read(tree):
    """Every string of the sources that may be a key."""
    sources = itertools.chain(tree.glob("align/**/*.cc"), tree.glob("align/**/*.h"))
    return set(itertools.chain.from_iterable(
        re.findall(r'"([a-z][a-z_ -]*)"', source.read_text("utf-8")) for source in sources))


def folded(word):
    bare = unicodedata.normalize("NFD", word.removesuffix(" %").lower())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def stems(words):
    return {folded(word)[:-1] for word in words if folded(word).endswith("*")}


def stem_faults(fidelity):
    """What the stems of words that exclude each other cover and should not, or need not spare."""
    spared = [folded(word) for word in fidelity.get("unstemmed", [])]

    def covers(stem, word):
        between = (word.startswith(spare[:-1]) if spare.endswith("*") else word == spare
                   for spare in spared if spare.startswith(stem))
        return word.startswith(stem) and not any(between)

    known = set()
    for key, poles in fidelity.get("opposites", {}).items():
        for one, other in itertools.permutations(poles.values()):
            known |= stems(one)
            yield from (f"opposites.{key}: {stem}* covers {word} of the other pole"
                        for stem in stems(one) for word in map(folded, other)
                        if covers(stem, word.rstrip("*")) and word.rstrip("*") not in stems(one))
    for kinds in fidelity.get("kinds", {}).values():
        for words in itertools.chain.from_iterable(map(dict.values, kinds.values())):
            known |= stems(words)
    yield from (f"unstemmed: no stem covers {word}" for word in spared
                if not any(word.rstrip("*").startswith(stem) for stem in known))


def pole_faults(one, first, other, second):
    """Opposites that two languages do not call alike: no word of one would answer the other's."""
    for key, poles in first.get("fidelity", {}).get("opposites", {}).items():
        there = second.get("fidelity", {}).get("opposites", {}).get(key, poles)
        if poles.keys() != there.keys():
            yield f"opposites.{key}: {one} has {', '.join(poles)}, {other} {', '.join(there)}"


def faults(languages, keys):
    for name, language in languages.items():
        unknown = [section for section in language if section not in SECTIONS]
        if unknown:
            yield f"{name}: no section is called {', '.join(unknown)}"
        elif list(language) != sorted(language, key=SECTIONS.index):
            yield f"{name}: sections stand as {', '.join(language)}"
        for section, content in language.items():
            yield from (f"{name}: nobody reads {section}.{key}" for key in content
                        if key not in keys)
            yield from repeated(content, f"{name}: {section}")
        yield from (f"{name}: {fault}" for fault in stem_faults(language.get("fidelity", {})))
    for (one, first), (other, second) in itertools.combinations(languages.items(), 2):
        for section in first.keys() & second.keys():
            shared = [key for key in first[section] if key in second[section]]
            there = [key for key in second[section] if key in first[section]]
            if shared != there:
                at = next(i for i, pair in enumerate(zip(shared, there)) if pair[0] != pair[1])
                yield f"{section}: {one} has {shared[at]} where {other} has {there[at]}"
        yield from pole_faults(one, first, other, second)


def main():
    tree = pathlib.Path(sys.argv[1])
    paths = sorted(tree.joinpath("corpora/languages").glob("*.json"))
    keys = keys_read(tree)
    assert len(paths) > 1 and keys, sys.argv[1]
    languages = {path.name: json.loads(path.read_text("utf-8")) for path in paths}
    found = list(faults(languages, keys))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
