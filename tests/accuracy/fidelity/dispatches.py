#!/usr/bin/env python3
"""What `calque check` says of whole dispatches: every planted omission and addition, and nothing of
the habits of desks (conversions, glosses, moved attributions, localised names).

usage: dispatches.py CALQUE FOLDER MOST_OTHERS

Planted is what the gold pairs with nothing. FOLDER holds dispatch pairs, each in a folder of its own (en.txt, fr.txt, gold.json), or is one
itself (dispatch-en.txt, dispatch-fr.txt, gold.json). Fails where a planted departure is not found,
or where there are more than MOST_OTHERS further findings of severity major or critical; credits
that the translation leaves out are further findings by right and are not counted.
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


def run(command, *arguments):
    done = subprocess.run([command, *arguments, "--quiet"], capture_output=True, check=True,
                          encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def planted(gold, bitext):
    """(category, side, span) of each sentence that the gold pairs with nothing."""
    found = []
    for source, target in gold["beads"]:
        side, lonely = ("source", source) if not target else ("target", target)
        if source and target:
            continue
        sentences = bitext[side]["sentences"]
        span = (sentences[lonely[0]]["span"][0], sentences[lonely[-1]]["span"][1])
        found.append(("omission" if side == "source" else "addition", side, span))
    return found


def covers(finding, departure):
    category, side, (begin, end) = departure
    if finding["category"] != category:
        return False
    shared = min(end, finding[side][1]) - max(begin, finding[side][0])
    return shared >= (end - begin) / 2


def main():
    command, folder, most = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    if not folder.exists():
        print(f"SKIPPED: {folder} is absent")
        return SKIPPED
    missed, others = [], []
    for pair in pairs_below(folder):
        prefix = "dispatch-" if (pair / "dispatch-en.txt").exists() else ""
        texts = [str(pair / f"{prefix}{language}.txt") for language in ("en", "fr")]
        bitext = run(command, "align", *texts, "--format", "jsonl")[0]
        findings = [f for f in run(command, "check", *texts, "--format", "jsonl")
                    if f["severity"] != "minor" and f["category"] != "credit-missing"]
        departures = planted(json.loads((pair / "gold.json").read_text(encoding="utf-8")), bitext)
        missed += [f"{pair.name}: {d}" for d in departures if not any(covers(f, d) for f in findings)]
        others += [f"{pair.name}: {f['category']} {f['message']}" for f in findings
                   if not any(covers(f, d) for d in departures)]
    print(json.dumps({"missed": missed, "others": others}, ensure_ascii=False, indent=1))
    return 1 if missed or len(others) > most else 0


if __name__ == "__main__":
    sys.exit(main())
