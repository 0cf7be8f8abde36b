#!/usr/bin/env python3
"""Whole dispatches against their gold: sentences, beads, datelines, credits, entity pairs.

usage: dispatches.py CALQUE FOLDER MINIMUM_BEAD_F1 MINIMUM_PAIR_F1

FOLDER holds dispatch pairs, each in a folder of its own (en.txt, fr.txt, gold.json), or is one
itself (dispatch-en.txt, dispatch-fr.txt, gold.json). Prints one JSON line and fails below a floor.
"""
import json
import pathlib
import subprocess
import sys

SKIPPED = 77


def pairs_below(folder):
    if (folder / "gold.json").exists():
        return [folder]
    return sorted(p.parent for p in folder.glob("*/gold.json"))


def text_of(side, span):
    return side["text"].encode()[span[0]:span[1]].decode()


def plain(text):
    """White space is one blank: a mention may straddle the line break of a wrapped paragraph."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def beads_of(bitext):
    return {(tuple(range(*b["source"])), tuple(range(*b["target"]))) for b in bitext["beads"]}


def entity_pairs_of(bitext):
    def text(side, index):
        return plain(text_of(bitext[side], bitext[side + "_mentions"][index]["span"]))

    return {(text("source", e["source"]), text("target", e["target"])) for e in bitext["entities"]}


def credits_of(side):
    return [(c["role"], c["name"], c.get("place", "")) for c in side.get("credits", [])]


class Tally:
    def __init__(self):
        self.gold = self.test = self.right = 0
        self.wrong = []

    def add(self, gold, test, name):
        self.gold += len(gold)
        self.test += len(test)
        self.right += len(gold & test)
        self.wrong += [f"{name}: missed {g}" for g in sorted(gold - test)]
        self.wrong += [f"{name}: wrong {t}" for t in sorted(test - gold)]

    def rates(self):
        precision = self.right / self.test if self.test else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def check_side(bitext, gold, name, side, language, failures):
    document = bitext[side]
    place = gold["dateline"][language]
    dateline = document.get("dateline") or {}
    for part in ("place", "agency"):
        found = text_of(document, dateline[part]) if dateline.get(part) else ""
        if found != place[part]:
            failures.append(f"{name} {language}: dateline {part} is `{found}`, not `{place[part]}`")
    count = len(document["sentences"])
    if count != gold["sentences"][language]:
        failures.append(f"{name} {language}: {count} sentences, not {gold['sentences'][language]}")
    wanted = [(c["role"], c["name"], c.get("place", "")) for c in gold["credits"][language]]
    if credits_of(document) != wanted:
        failures.append(f"{name} {language}: credits {credits_of(document)}, not {wanted}")


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    bead_floor, pair_floor = float(sys.argv[3]), float(sys.argv[4])
    folders = pairs_below(folder)
    if not folders:
        print(f"SKIPPED: {folder} holds no dispatch with gold")
        return SKIPPED
    beads, entities, failures = Tally(), Tally(), []
    for pair in folders:
        gold = json.loads((pair / "gold.json").read_text())
        source, target = pair / gold["source"], pair / gold["target"]
        done = subprocess.run([command, "align", source, target, "--source-language", "en",
                               "--target-language", "fr", "--format", "jsonl", "--quiet"],
                              capture_output=True, text=True, check=True)
        bitext = json.loads(done.stdout)
        for side, language in (("source", "en"), ("target", "fr")):
            check_side(bitext, gold, pair.name, side, language, failures)
        beads.add({(tuple(s), tuple(t)) for s, t in gold["beads"]}, beads_of(bitext), pair.name)
        entities.add({tuple(map(plain, p)) for p in gold["entity_pairs"]}, entity_pairs_of(bitext), pair.name)
    print(json.dumps({"dispatches": len(folders), "beads": beads.rates(), "pairs": entities.rates()}))
    if "--show" in sys.argv:
        print("\n".join(beads.wrong + entities.wrong))
    if beads.rates()["f1"] < bead_floor:
        failures += [f"beads below {bead_floor}"] + beads.wrong
    if entities.rates()["f1"] < pair_floor:
        failures += [f"entity pairs below {pair_floor}"] + entities.wrong
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
