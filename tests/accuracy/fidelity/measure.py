#!/usr/bin/env python3
"""What `calque check` finds of faults put into clean news translations, and how often it cries wolf
on the untouched ones, with floors.

usage: measure.py CALQUE SHARED_DATA [--cases N] [--seed S] [--sets NAME,...] [--show DIR] [--record]

Three measures:
  recall        of each kind of fault (cases.py), both languages as target, right category, more
                likely than not
  false alarms  of severity major and critical per 100 untouched pairs, in all and about values, a
                set and a direction at a time
  ranking       AUC of the largest probability of a finding against the judgements of dev/fidelity

--cases 150 on newstest2012 is what the test runs; --cases 1000000 takes every place of a fault.
--show DIR writes the faults missed and the alarms raised, to be read. Each figure stands beside what
is asked of it and beside its floor in floors.json, below which the test fails; --record rewrites
the floors from this run, with a margin.
"""
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

import cases
from measuring import DIRECTIONS, Report, SKIPPED, measure_news, options_parser, report_alarms, report_recall

ASKED_AUC = 0.95


def check(command, pairs, languages, scratch, threshold=None):
    """The findings of each pair, each pair checked as a line of its own."""
    path = scratch / "pairs.tsv"
    path.write_text("".join(f"{source}\t{target}\n" for source, target in pairs), encoding="utf-8")
    limit = ["--threshold", str(threshold)] if threshold is not None else []
    done = subprocess.run(
        [command, "check", "--input", "tsv", path, "--source-language", languages[0],
         "--target-language", languages[1], "--format", "jsonl", "--quiet", *limit],
        capture_output=True, check=True, encoding="utf-8")
    found = [[] for _ in pairs]
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found[finding["line"] - 1].append(finding)
    return found


def recall(command, sides, options, scratch, report):
    """Each kind is a file of its own: word links learn from their file, and the same sentence there
    with other faults would tell them what it says when it is sound."""
    for languages in DIRECTIONS:
        source, target = languages
        made = cases.make_cases(sides[source], sides[target], target, options.seed, options.cases)
        found = []
        for _, alike in itertools.groupby(made, key=lambda case: case[0]):
            found += check(command, [(case[1], case[2]) for case in alike], languages, scratch)
        report_recall(report, made, found, target)


def alarms(command, name, sides, scratch, report):
    for languages in DIRECTIONS:
        pairs = list(zip(sides[languages[0]], sides[languages[1]]))
        found = check(command, pairs, languages, scratch)
        report_alarms(report, name, languages[1], pairs, found)


def ranking(command, path, scratch, report):
    """Pairs on which both judges agree: `sure` against `partial` and `not corresponding`."""
    pairs, labels = [], []
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        fields = line.split("\t")
        if len(fields) < 7 or fields[3] != fields[6]:
            continue
        if fields[3] in ("sure", "partial", "not corresponding"):
            pairs.append((fields[1], fields[2]))
            labels.append(fields[3])
    found = check(command, pairs, ("en", "fr"), scratch, threshold=0)
    scores = [max((f["probability"] for f in x), default=0.0) for x in found]
    sure = [s for s, label in zip(scores, labels) if label == "sure"]
    for other in ("partial", "not corresponding"):
        mine = [s for s, label in zip(scores, labels) if label == other]
        report.at_least(f"AUC {other} against sure", auc(mine, sure), None)
    value = auc([s for s, label in zip(scores, labels) if label != "sure"], sure)
    report.at_least("AUC both against sure", value, ASKED_AUC, f"  of {len(pairs)}")
    ranked = sorted(zip(scores, labels, pairs, found), key=lambda x: -x[0])
    report.lines("ranking", [f"{score:.3f} {label} | {pair[0]} | {pair[1]} | " + "; ".join(
        f"{x['category']} {x['probability']:.2f}" for x in f) for score, label, pair, f in ranked])


def auc(positives, negatives):
    """Share of the pairs (positive, negative) in the right order, ties by half."""
    order = sorted([(s, 1) for s in positives] + [(s, 0) for s in negatives])
    below, total, i = 0, 0.0, 0
    while i < len(order):
        j = i
        while j < len(order) and order[j][0] == order[i][0]:
            j += 1
        tied = [kind for _, kind in order[i:j]]
        negative = tied.count(0)
        total += tied.count(1) * (below + negative / 2)
        below += negative
        i = j
    return total / (len(positives) * len(negatives))


def main():
    options = options_parser(__doc__, 150).parse_args()
    report = Report(options.show, options.record)
    if not measure_news(options, report, recall, alarms):
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        ranking(options.command, options.data / "dev/fidelity/sconf-en-fr.tsv", pathlib.Path(folder), report)
    report.save()
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
