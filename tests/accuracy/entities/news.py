#!/usr/bin/env python3
"""Entity links of `calque align` on parallel news, sentence by sentence, against a reader's gold.

    news.py CALQUE SHARED_DATA [--part tuning|test] [--list]

The sentences are drawn at random from newstest2009 and 2010 (tuning: what the linker's constants
and its calibration were chosen on) and newstest2011 (test: for measuring alone), among those of 40 to 330
characters with a capital inside. The gold holds places in lines, not text: set, line, begin and end
in source and target in characters, type, and whether the pair is asked for or merely allowed
(adjectives of nations, names inside names). A link is right if both spans are.

Printed: recall by type; precision; how far probabilities are from what is right (Brier score,
expected calibration error in ten bins); the share that identical strings find; and F1 of the
names of either language, each side tagged alone and both decoded together.
"""
import argparse
import collections
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
NAMES = {"person": "PER", "organisation": "ORG", "place": "LOC", "other": "MISC"}
FLOORS = {"test": {"recall": 0.91, "precision": 0.955, "joint": 0.04}}
CEILINGS = {"test": {"brier": 0.04, "ece": 0.025}}


def read_gold(part):
    """By (set, line): pairs of spans with their types; whether each is asked for."""
    gold = collections.OrderedDict()
    for row in (HERE / f"news-{part}.tsv").read_text(encoding="utf-8").splitlines():
        name, line, *places, kind, wanted = row.split("\t")
        a, b, c, d = map(int, places)
        pairs = gold.setdefault((name, int(line)), [])
        if wanted != "none":
            pairs.append(((a, b), (c, d), kind, wanted == "asked"))
    return gold


def read_lines(folder, name, language):
    with lzma.open(folder / f"{name}.{language}.xz", "rt", encoding="utf-8") as file:
        return file.read().split("\n")


def characters(text, span):
    """A span of bytes in characters, and the line it is in."""
    before = text.encode()[:span[0]].decode()
    line = before.count("\n")
    begin = len(before) - (before.rfind("\n") + 1)
    return line, (begin, begin + len(text.encode()[span[0]:span[1]].decode()))


def align(calque, pairs):
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(work, "news.tsv")
        path.write_text("".join(f"{s}\t{t}\n" for s, t in pairs), encoding="utf-8")
        done = subprocess.run([calque, "align", "--quiet", "--input", "tsv", "--source-language", "en",
                               "--target-language", "fr", "--format", "jsonl", path],
                              capture_output=True, check=True)
    return json.loads(done.stdout)


def names_of(bitext, side):
    """The names of a side, as (line, span, type); None for a value."""
    names = []
    for mention in bitext[f"{side}_mentions"]:
        line, span = characters(bitext[side]["text"], mention["span"])
        names.append((line, span, NAMES[mention["kind"]]) if mention["kind"] in NAMES else None)
    return names


def tag_alone(calque, document):
    """The names of a side by itself, over the same tokens."""
    text = document["text"].encode()
    spans = [span for sentence in document["sentences"]
             for span in document["tokens"][sentence["tokens"][0]:sentence["tokens"][1]] + [None]]
    lines = "".join((text[span[0]:span[1]].decode() if span else "") + "\n" for span in spans)
    with tempfile.TemporaryDirectory() as work:
        path = pathlib.Path(work, "tokens.conll")
        path.write_text(lines, encoding="utf-8")
        done = subprocess.run([calque, "entities", "--input", "conll", "--format", "conll", "--language",
                               document["language"], path], capture_output=True, check=True)
    names, open_name = [], None
    for row, span in zip(done.stdout.decode().split("\n"), spans):
        tag = row.split()[-1] if row.strip() else "O"
        if tag.startswith("B-"):
            open_name = [span[0], span[1], tag[2:]]
            names.append(open_name)
        elif tag.startswith("I-") and open_name:
            open_name[1] = span[1]
        else:
            open_name = None
    return [(*characters(document["text"], name[:2]), name[2]) for name in names]


def f1_of(names, gold, side):
    """Untyped and typed F1 of names; those that are merely allowed, or lie in one, do not count."""
    asked, allowed = set(), set()
    for line, pairs in enumerate(gold.values()):
        for pair in pairs:
            (asked if pair[3] else allowed).add((line, pair[side], pair[2]))
    bare = {name[:2] for name in asked}
    judged = {name for name in names
              if name[:2] in bare or not any(line == name[0] and span[0] < name[1][1] and
                                             name[1][0] < span[1] for line, span, _ in allowed)}
    judged = {name for name in judged if name[2] != "MISC" or name[:2] in bare}
    found = len({name[:2] for name in judged} & bare)
    total = len({name[:2] for name in judged}) + len(bare)
    return 2 * found / total, 2 * len(judged & asked) / (len(judged) + len(asked))


def judge(bitext, gold):
    """Counts by type, wrong and missing pairs, and (probability, right) of each link of names."""
    sources, targets = names_of(bitext, "source"), names_of(bitext, "target")
    left = {line: list(pairs) for line, pairs in enumerate(gold.values())}
    result = {"found": collections.Counter(), "asked": collections.Counter(), "wrong": [], "judged": []}
    for pairs in left.values():
        result["asked"].update(pair[2] for pair in pairs if pair[3])
    for link in bitext["entities"]:
        source, target = sources[link["source"]], targets[link["target"]]
        if source is None or target is None:
            continue
        match = [pair for pair in left[source[0]]
                 if source[0] == target[0] and pair[:2] == (source[1], target[1])]
        if match:
            left[source[0]].remove(match[0])
            result["found"].update([match[0][2]] if match[0][3] else [])
        else:
            result["wrong"].append((source, target, link["score"]))
        result["judged"].append((link["score"], bool(match)))
    result["missing"] = [(line, pair) for line, pairs in left.items() for pair in pairs if pair[3]]
    return result


def calibration(judged):
    brier = sum((p - right) ** 2 for p, right in judged) / len(judged)
    bins = collections.defaultdict(list)
    for p, right in judged:
        bins[min(int(p * 10), 9)].append((p, right))
    ece = sum(abs(sum(p - right for p, right in held)) for held in bins.values()) / len(judged)
    return brier, ece


def show(result, pairs, gold):
    for line, (source, target, kind, _) in result["missing"]:
        text = pairs[line]
        print("   missing", line + 1, text[0][slice(*source)], text[1][slice(*target)], kind, sep=" | ")
    for source, target, score in result["wrong"]:
        print("   wrong", source[0] + 1, pairs[source[0]][0][slice(*source[1])],
              pairs[target[0]][1][slice(*target[1])], source[2], f"{score:.2f}", sep=" | ")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("calque")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--part", default="test", choices=["tuning", "test"])
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    folder = options.data / "dev" / "news" / "older"
    if not folder.is_dir():
        print(f"SKIPPED: the shared data is absent ({folder})")
        return SKIPPED
    gold = read_gold(options.part)
    lines = {name: [read_lines(folder, name, language) for language in ("en", "fr")]
             for name in sorted({key[0] for key in gold})}
    pairs = [(lines[name][0][line], lines[name][1][line]) for name, line in gold]
    bitext = align(options.calque, pairs)
    result = judge(bitext, gold)
    if options.list:
        show(result, pairs, gold)
    found, asked = result["found"], result["asked"]
    three = [kind for kind in asked if kind != "MISC"]
    right = sum(1 for _, good in result["judged"] if good)
    brier, ece = calibration(result["judged"])
    figures = {"recall": sum(found[kind] for kind in three) / sum(asked[kind] for kind in three),
               "precision": right / len(result["judged"]), "brier": brier, "ece": ece}
    same = [pairs[line][0][slice(*pair[0])] in pairs[line][1]
            for line, held in enumerate(gold.values()) for pair in held if pair[3] and pair[2] in three]
    print("found:", ", ".join(f"{kind} {found[kind]} of {asked[kind]}" for kind in sorted(asked)))
    for number, side in enumerate(("source", "target")):
        together = f1_of([name for name in names_of(bitext, side) if name], gold, number)
        alone = f1_of(tag_alone(options.calque, bitext[side]), gold, number)
        print(f"names of the {side}, untyped and typed F1: alone {alone[0]:.3f}, {alone[1]:.3f}; "
              f"together {together[0]:.3f}, {together[1]:.3f}")
        figures["joint"] = min(figures.get("joint", 1.0), together[1] - alone[1])
    print(json.dumps({name: round(value, 4) for name, value in figures.items()} |
                     {"identical strings": round(sum(same) / len(same), 4)}))
    low = [name for name, floor in FLOORS.get(options.part, {}).items() if figures[name] < floor]
    high = [name for name, top in CEILINGS.get(options.part, {}).items() if figures[name] > top]
    if low or high:
        print("out of bounds:", ", ".join(low + high))
    return 1 if low or high else 0


if __name__ == "__main__":
    sys.exit(main())
