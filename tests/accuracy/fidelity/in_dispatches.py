#!/usr/bin/env python3
"""What `calque check` finds of a fault in a dispatch, and how often it cries wolf on untouched ones.

usage: in_dispatches.py CALQUE SHARED_DATA [--cases N] [--seed S] [--sets NAME,...] [--show DIR] [--record]

As measure.py, but each fault stands in the middle of twenty lines that follow each other in the
news, which are one document, as the lines of an untouched set are twenty by twenty: words and names
are linked with less to learn from than in a file of thousands of pairs, and what the rest of the
document says may excuse a departure or explain it.
"""
import html
import json
import subprocess
import sys

import cases
from measuring import DIRECTIONS, Report, SKIPPED, measure_news, options_parser, report_alarms, report_recall

LINES = 20  # of a dispatch
WHERE = " in dispatches"


def write_xliff(dispatches, languages, path):
    """A file of XLIFF a dispatch, a unit a pair, in one document."""
    source, target = languages
    with open(path, "w", encoding="utf-8") as out:
        out.write('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n')
        for number, pairs in enumerate(dispatches):
            out.write(f'<file original="{number}" source-language="{source}" '
                      f'target-language="{target}" datatype="plaintext"><body>\n')
            for line, (ours, theirs) in enumerate(pairs):
                out.write(f'<trans-unit id="{line}"><source>{html.escape(ours)}</source>'
                          f"<target>{html.escape(theirs)}</target></trans-unit>\n")
            out.write("</body></file>\n")
        out.write("</xliff>\n")


def check(command, dispatches, languages, scratch):
    """The findings of each pair of each dispatch."""
    path = scratch / "dispatches.xlf"
    write_xliff(dispatches, languages, path)
    done = subprocess.run([command, "check", path, "--format", "jsonl", "--quiet"],
                          capture_output=True, check=True, encoding="utf-8")
    found = [[[] for _ in pairs] for pairs in dispatches]
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found[int(finding["id"])][finding["line"] - 1].append(finding)
    return found


def recall(command, sides, options, scratch, report):
    for languages in DIRECTIONS:
        sources, targets = (sides[language] for language in languages)
        place = {source: i for i, source in reversed(list(enumerate(sources)))}
        made = [case for case in cases.make_cases(sources, targets, languages[1], options.seed, options.cases)
                if case[1] in place]  # not those that span several lines
        dispatches, middles = [], []
        for _, source, damaged, _ in made:
            at = place[source]
            begin = max(0, at - LINES // 2)
            pairs = list(zip(sources[begin:begin + LINES], targets[begin:begin + LINES]))
            pairs[at - begin] = (source, damaged)
            dispatches.append(pairs)
            middles.append(at - begin)
        found = check(command, dispatches, languages, scratch)
        report_recall(report, made, [f[middle] for f, middle in zip(found, middles)], languages[1], WHERE)


def alarms(command, name, sides, scratch, report):
    for languages in DIRECTIONS:
        pairs = list(zip(sides[languages[0]], sides[languages[1]]))
        dispatches = [pairs[i:i + LINES] for i in range(0, len(pairs), LINES)]
        found = [f for dispatch in check(command, dispatches, languages, scratch) for f in dispatch]
        report_alarms(report, name, languages[1], pairs, found, WHERE)


def main():
    options = options_parser(__doc__, 60).parse_args()
    report = Report(options.show, options.record)
    if not measure_news(options, report, recall, alarms):
        return SKIPPED
    report.save()
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
