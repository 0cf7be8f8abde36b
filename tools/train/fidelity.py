#!/usr/bin/env python3
"""Trains corpora/models/fidelity.json: puts faults into openly licensed translations, has
calque_fidelity_features say what the checks see, and fits one logistic model each.

    fidelity.py --data ../shared/data/train --features build/dev/tools/train/calque_fidelity_features

Nothing of the texts enters the weights but these few numbers a model. Deterministic.
"""
import argparse
import json
import lzma
import math
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "accuracy", "fidelity"))
import cases  # noqa: E402  (the faults of the accuracy test, on other text)

SEED = 20260105
# Pairs taken of each source: legal provisions are careful but alike, Tatoeba is short.
SOURCES = {"laws": 9000, "tico19": 3000, "tatoeba": 4000, "rust_book": 1500,
           "django_docs": 1500, "python_docs": 1500}
FAULTS = 400  # a kind and a direction
# How many pairs in a hundred have a fault of one model, as far as the weights are concerned: the
# balance between faults missed and false alarms.
PRIOR = 0.01
RIDGE = 0.02
# Which kinds of fault teach which model that it was right.
TEACHES = {
    "negation-lost": ["negation-dropped"],
    "negation-added": ["negation-added"],
    "value-changed": ["number-changed", "number-word-changed", "scale-changed",
                      "percentage-changed", "currency-changed", "weekday-changed",
                      "month-changed"],
    "value-missing": ["number-dropped"],
    "value-extra": ["number-added"],
    "name-changed": ["name-replaced"],
    "name-missing": ["name-dropped"],
    "name-extra": ["name-added"],
    "omission-part": ["clause-dropped", "truncated", "sentence-dropped"],
    "addition-part": ["clause-added", "sentence-added"],
    "untranslated": ["sentence-untranslated", "half-untranslated"],
    "doubled": ["sentence-doubled"],
    "truncated": ["truncated"],
    "quotation-lost": ["quotes-dropped"],
    "quotation-added": ["quotes-added"],
    "unrelated": ["sentence-replaced"],
}


def read_pairs(folder):
    pairs = []
    for name, count in SOURCES.items():
        path = os.path.join(folder, name + ".tsv.xz")
        lines = lzma.open(path, "rt", encoding="utf-8").read().split("\n")[:-1]
        rng = random.Random(f"{SEED} {name}")
        chosen = sorted(rng.sample(range(len(lines)), min(count, len(lines))))
        pairs += [tuple(lines[i].split("\t")[:2]) for i in chosen]
    return [p for p in pairs if min(len(p[0].split()), len(p[1].split())) >= 3
            and max(len(p[0]), len(p[1])) < 900]


def swap(side):
    """Kinds of fault seen from the other side: what was dropped from the target was added to it."""
    return {"negation-dropped": "negation-added", "negation-added": "negation-dropped",
            "number-dropped": "number-added", "name-dropped": "name-added",
            "clause-dropped": "clause-added", "sentence-dropped": "sentence-added",
            "sentence-added": "sentence-dropped", "quotes-dropped": "quotes-added"}.get(side)


def write_cases(pairs, target_language, path):
    """Lines `kind<TAB>source<TAB>target<TAB>lost source text`, clean pairs first."""
    sides = (0, 1) if target_language == "fr" else (1, 0)
    sources = [p[sides[0]] for p in pairs]
    targets = [p[sides[1]] for p in pairs]
    rows = [("clean", s, t, "") for s, t in zip(sources, targets)]
    for kind, source, damaged, whole in cases.make_cases(sources, targets, target_language, SEED,
                                                         FAULTS):
        rows.append((kind, source, damaged, ""))
    # A fault of the other direction, with the sides exchanged, is the mirrored fault of this one.
    for kind, source, damaged, whole in cases.make_cases(targets, sources,
                                                         "en" if target_language == "fr" else "fr",
                                                         SEED, FAULTS):
        if swap(kind):
            rows.append((swap(kind), damaged, source, ""))
    rows += lost_words(sources, targets)
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write("\t".join(field.replace("\t", " ") for field in row) + "\n")


def lost_words(sources, targets):
    """Two pairs as one, the second target gone: every word of the second source is lost."""
    rng = random.Random(f"{SEED} lost words")
    rows = []
    for _ in range(2500):
        a, b = rng.sample(range(len(sources)), 2)
        if len(sources[a]) > 300 or len(sources[b]) > 200:
            continue
        rows.append(("lost-words", sources[a] + " " + sources[b], targets[a], sources[b]))
    return rows


def observe(features, languages, path):
    command = [features, "--source-language", languages[0], "--target-language", languages[1], path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        raise SystemExit("calque_fidelity_features failed")


def fit(rows, labels, weights):
    """Logistic regression with a ridge penalty by Newton's method; the bias comes last."""
    size = len(rows[0]) + 1
    theta = [0.0] * size
    for _ in range(40):
        gradient = [0.0] * size
        hessian = [[0.0] * size for _ in range(size)]
        for x, y, w in zip(rows, labels, weights):
            x = x + [1.0]
            z = sum(t * v for t, v in zip(theta, x))
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            active = [i for i, v in enumerate(x) if v]
            g, h = w * (p - y), w * max(p * (1 - p), 1e-6)
            for i in active:
                gradient[i] += g * x[i]
                for j in active:
                    hessian[i][j] += h * x[i] * x[j]
        for i in range(size - 1):
            gradient[i] += RIDGE * theta[i] * sum(weights) / 100
            hessian[i][i] += RIDGE * sum(weights) / 100 + 1e-9
        hessian[-1][-1] += 1e-9
        step = solve(hessian, gradient)
        theta = [t - s for t, s in zip(theta, step)]
        if max(abs(s) for s in step) < 1e-4:
            break
    return theta


def solve(matrix, vector):
    """Gaussian elimination with partial pivoting."""
    n = len(vector)
    rows = [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                for c in range(i, n + 1):
                    rows[r][c] -= factor * rows[i][c]
    out = [0.0] * n
    for i in reversed(range(n)):
        out[i] = (rows[i][n] - sum(rows[i][c] * out[c] for c in range(i + 1, n))) / rows[i][i]
    return out


class Examples:
    def __init__(self):
        self.rows, self.labels, self.weights, self.names = [], [], [], []

    def add(self, values, label, weight):
        self.rows.append(values)
        self.labels.append(label)
        self.weights.append(weight)


def collect(features, pairs, folder):
    examples, words = {}, Examples()
    for languages in (("en", "fr"), ("fr", "en")):
        path = os.path.join(folder, "cases." + languages[1])
        write_cases(pairs, languages[1], path)
        faults = {}
        for line in open(path, encoding="utf-8"):
            kind = line.split("\t")[0]
            faults[kind] = faults.get(kind, 0) + 1
        for seen in observe(features, languages, path):
            if "word" in seen:
                words.names = seen["names"]
                words.add(seen["word"], seen["lost"], 1.0)
                continue
            model, kind = seen["model"], seen["kind"]
            examples.setdefault(model, Examples()).names = seen["names"]
            if kind == "clean":
                examples[model].add(seen["features"], 0.0, 1.0)
            elif kind in TEACHES.get(model, ()):
                # As many faults as PRIOR says among the clean pairs, whatever was made.
                taught = sum(faults.get(k, 0) for k in TEACHES[model])
                examples[model].add(seen["features"], 1.0, PRIOR * faults["clean"] / taught)
    return examples, words


def to_model(examples):
    theta = fit(examples.rows, examples.labels, examples.weights)
    model = {"bias": round(theta[-1], 3)}
    model.update((name, round(value, 3)) for name, value in zip(examples.names, theta))
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True, help="folder of NAME.tsv.xz")
    parser.add_argument("--features", required=True, help="calque_fidelity_features")
    parser.add_argument("--weights", default=os.path.join(ROOT, "corpora/models/fidelity.json"))
    options = parser.parse_args()
    weights = json.load(open(options.weights, encoding="utf-8"))
    pairs = read_pairs(options.data)
    with tempfile.TemporaryDirectory() as folder:
        # The other models read the verdicts of the model of words, so that comes first.
        for models in ("word", "others"):
            examples, words = collect(options.features, pairs, folder)
            if models == "word":
                weights["word"] = to_model(words)
            else:
                for name, found in sorted(examples.items()):
                    if TEACHES.get(name) and 0 < sum(found.labels) < len(found.labels):
                        weights[name] = to_model(found)
            write(options.weights, weights)


def write(path, weights):
    lines = [f'  "{name}": {json.dumps(weights[name])}' for name in sorted(weights)]
    with open(path, "w", encoding="utf-8") as out:
        out.write("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
