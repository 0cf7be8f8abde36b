"""The news sets, and what measures of `calque check` on them print and hold to floors."""
import argparse
import json
import lzma
import pathlib
import tempfile

import cases

SKIPPED = 77
SETS = "newstest2012,newstest2009,newstest2011"
FAULTY_SET = "newstest2012"
DIRECTIONS = (("en", "fr"), ("fr", "en"))
ASKED_ALARMS = 2.0        # a set and a direction, per 100 pairs
ASKED_VALUE_ALARMS = 0.5
LIKELY = 0.5
MARGIN = 0.03  # of a floor below what was reached, of a recall or an AUC
ALARM_MARGIN = 0.15
FLOORS = pathlib.Path(__file__).parent / "floors.json"


def options_parser(description, count):
    """The options that all measures have; `count` cases of a kind and a direction by default."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("command")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=count, help="of a kind and a direction")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sets", default=SETS, help="for false alarms")
    parser.add_argument("--faulty-set", default=FAULTY_SET)
    parser.add_argument("--show", help="folder for misses and alarms")
    parser.add_argument("--record", action="store_true", help="rewrite floors.json")
    return parser


def read_side(news, name, language):
    plain = news / f"{name}.{language}"
    if plain.exists():
        text = plain.read_text(encoding="utf-8")
    else:
        text = lzma.open(news / "older" / f"{name}.{language}.xz", "rt", encoding="utf-8").read()
    return [line.replace("\t", " ") for line in text.split("\n")[:-1]]


def grave(findings):
    return [finding for finding in findings if finding["severity"] != "minor"]


def likely(findings):
    """Whatever their severity: lost quotation marks are minor."""
    return [finding for finding in findings if finding["probability"] >= LIKELY]


def first_word(finding):
    return finding["category"].split("-")[0]


class Report:
    """Prints figures beside what is asked and their floors, and remembers whether one was missed."""

    def __init__(self, show, record):
        self.failed = False
        self.record = record
        self.floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
        self.show = pathlib.Path(show) if show else None
        if self.show:
            self.show.mkdir(parents=True, exist_ok=True)

    def at_least(self, label, value, asked, detail=""):
        self.print(label, value, asked, detail, max(0.0, value - MARGIN), lambda floor: value >= floor)

    def at_most(self, label, value, asked, detail=""):
        self.print(label, value, asked, detail, value + ALARM_MARGIN, lambda floor: value <= floor)

    def print(self, label, value, asked, detail, floor, holds):
        if self.record:
            self.floors[label] = round(floor, 3)
        limit = self.floors.get(label)
        missed = limit is not None and not holds(limit)
        self.failed = self.failed or missed
        print(f"{label:44} {value:6.3f}  asked {'-' if asked is None else asked}  "
              f"floor {'-' if limit is None else limit}{'  MISSED' if missed else ''}{detail}")

    def save(self):
        if self.record:
            FLOORS.write_text(json.dumps(self.floors, indent=2, sort_keys=True) + "\n")

    def lines(self, name, lines):
        if self.show:
            (self.show / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def report_recall(report, made, found, target, where=""):
    """`made` as make_cases gives them, and the findings of each."""
    for kind, (wanted, asked) in cases.KINDS.items():
        mine = [(case, f) for case, f in zip(made, found) if case[0] == kind]
        if not mine:
            continue
        missed = [(case, f) for case, f in mine
                  if not any(first_word(x) in wanted for x in likely(f))]
        value = 1 - len(missed) / len(mine)
        report.at_least(f"recall {kind} into {target}{where}", value, asked, f"  of {len(mine)}")
        report.lines(f"missed.{kind}.{target}", [describe(case, f) for case, f in missed])


def describe(case, findings):
    raised = "; ".join(f"{x['category']} {x['probability']:.2f} {x['message'][:99]}" for x in findings)
    return "\n".join([f"S: {case[1]}", f"T: {case[2]}", f"W: {case[3]}", f"F: {raised}", ""])


def report_alarms(report, name, target, pairs, found, where=""):
    """The findings of each of the untouched `pairs`."""
    found = [grave(f) for f in found]
    count = {}
    for finding in (x for f in found for x in f):
        count[finding["category"]] = count.get(finding["category"], 0) + 1
    rate = 100 / len(pairs)
    values = sum(n for c, n in count.items() if c.split("-")[0] in cases.VALUE)
    label = f"into {target} on {name}{where}"
    report.at_most(f"alarms {label}", rate * sum(count.values()), ASKED_ALARMS)
    report.at_most(f"value alarms {label}", rate * values, ASKED_VALUE_ALARMS)
    parts = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    print("    " + ", ".join(f"{category} {rate * n:.2f}" for category, n in parts))
    report.lines(f"alarms.{name}.{target}",
                 [describe(("", *pair, ""), f) for pair, f in zip(pairs, found) if f])


def measure_news(options, report, recall, alarms):
    """Both measures, each called with (command, ..., scratch folder, report); False where the sets
    are absent."""
    news = options.data / "dev" / "news"
    if not news.exists():
        print(f"SKIPPED: the shared data is absent ({options.data})")
        return False
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        sides = {language: read_side(news, options.faulty_set, language) for language in ("en", "fr")}
        recall(options.command, sides, options, scratch, report)
        for name in options.sets.split(","):
            sides = {language: read_side(news, name, language) for language in ("en", "fr")}
            alarms(options.command, name, sides, scratch, report)
    return True
