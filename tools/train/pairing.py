#!/usr/bin/env python3
"""Trains corpora/models/pairing.json: has calque_pairing_features compare documents of archives cut
from openly licensed translations, and fits one logistic model with and one without a bilingual
model.

    pairing.py --data ../shared/data/train --build build/dev

The bilingual model behind the figures is learnt from other text than the archives are made of: a
model knows its own training text too well. Deterministic.
"""
import argparse
import json
import lzma
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
import fidelity  # noqa: E402  (the same logistic regression)

SEED = 20260106
# Archives: source, documents at most, pairs of lines a document. The lines of Tatoeba have no order
# and are shuffled: its documents have hardly a number or a name.
ARCHIVES = [("laws", 1200, 10, 25), ("laws", 400, 60, 150), ("python_docs", 700, 8, 20),
            ("python_docs", 150, 50, 120), ("php_docs", 700, 15, 40), ("php_docs", 200, 100, 250),
            ("tico19", 150, 8, 22), ("rust_book", 120, 4, 10), ("rust_book", 30, 20, 40),
            ("django_docs", 500, 8, 20), ("tatoeba", 400, 15, 40), ("tatoeba", 150, 100, 250)]
LEARN_LAWS = 60000
ALONE = 0.3
PRIOR = 0.5   # share of right candidates among those that are worth a look
MOST_LEAD = 10.0  # as in align/archive/pair_weights.h


def read_pairs(folder, name):
    lines = lzma.open(os.path.join(folder, name + ".tsv.xz"), "rt", encoding="utf-8").read().split("\n")
    return [tuple(line.split("\t")[:2]) for line in lines[:-1]]


def write_archive(pairs, setting, rng, folder):
    """OUT/source, OUT/target with 30 % of each side without partner; the set of right pairs."""
    most, shortest, longest = setting
    documents, at = [], 0
    while at + shortest <= len(pairs):
        size = rng.randint(shortest, longest)
        documents.append(pairs[at : at + size])
        at += size
    rng.shuffle(documents)
    documents = documents[:most]
    single = int(len(documents) * ALONE / (1 + ALONE))
    gold = set()
    for side in ("source", "target"):
        os.makedirs(os.path.join(folder, side))
    for number, document in enumerate(documents):
        names = [f"{rng.randrange(10**9):09}-{number}.txt" for _ in range(2)]
        kept = (number >= single, number < single or number >= 2 * single)
        for side, name, keep in zip((0, 1), names, kept):
            if keep:
                path = os.path.join(folder, ("source", "target")[side], name)
                with open(path, "w", encoding="utf-8") as out:
                    out.write("\n\n".join(pair[side] for pair in document) + "\n")
        if all(kept):
            gold.add(tuple(names))
    return gold


def learn(calque, data, folder):
    """A model that has not seen the archives: every other law (the archives take the other half),
    everyday sentences and the word list."""
    laws = read_pairs(data, "laws")
    chosen = laws[: len(laws) // 2 : 5][:LEARN_LAWS] + read_pairs(data, "tatoeba")[::2]
    with lzma.open(os.path.join(data, "lexicon.tsv.xz"), "rt", encoding="utf-8") as lexicon:
        next(lexicon)
        for line in lexicon:
            english, french, _, sources = line.rstrip("\n").split("\t")
            if {"wiktionary:fr-en", "deb:geonames"} & set(sources.split(";")):
                chosen += [(english.removeprefix("to "), french)] * 2
    path = os.path.join(folder, "pairs.tsv")
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{english}\t{french}\n" for english, french in chosen)
    model = os.path.join(folder, "model.calque")
    subprocess.run([calque, "learn", path, "-o", model, "--source-language", "en",
                    "--target-language", "fr", "--quiet"], check=True)
    return model


def observe(features, folder, model):
    out = subprocess.run([features, os.path.join(folder, "source"), os.path.join(folder, "target"), model],
                         stdout=subprocess.PIPE, check=True, text=True).stdout.split("\n")
    names = out[0].split("\t")[2:]
    rows = [line.split("\t") for line in out[1:-1]]
    return names, [(row[0], row[1], [float(value) for value in row[2:]]) for row in rows]


def fit_stage(rows, labels):
    share = sum(labels) / len(labels)
    weights = [PRIOR / share if label else (1 - PRIOR) / (1 - share) for label in labels]
    return fidelity.fit(rows, labels, weights)


def strength(theta, row):
    return sum(t * v for t, v in zip(theta, row)) + theta[-1]


def lead(candidates, index, scores):
    """As align/archive/pair_decision.cc has it, before anything is taken."""
    source, target, _ = candidates[index][:3]
    rivals = [scores[i] for i in by(candidates, 0)[source] + by(candidates, 1)[target] if i != index]
    return max(-MOST_LEAD, min(MOST_LEAD, scores[index] - max(rivals, default=-1e9)))


def by(candidates, side, cache={}):
    key = (id(candidates), side)
    if key not in cache:
        lists = {}
        for index, candidate in enumerate(candidates):
            lists.setdefault(candidate[side], []).append(index)
        cache[key] = lists
    return cache[key]


def train(names, archives, use_words):
    """`archives`: lists of (source, target, features, label)."""
    keep = [i for i, name in enumerate(names) if use_words or "words" not in name]
    rows, labels = [], []
    for candidates in archives:
        for indices in by(candidates, 0).values():
            # The likeliest wrong ones teach most.
            wrong = sorted((i for i in indices if not candidates[i][3]),
                           key=lambda i: -sum(candidates[i][2][:3]) - sum(candidates[i][2][4:8]))[:3]
            for i in wrong + [i for i in indices if candidates[i][3]]:
                rows.append([candidates[i][2][k] for k in keep])
                labels.append(int(candidates[i][3]))
    theta = fit_stage(rows, labels)
    # Second stage: how much the first says, and how much the lead over the best rival. Repeated,
    # since the lead is bounded on the scale of the outcome.
    for _ in range(4):
        rows, labels, wrong = [], [], []
        for candidates in archives:
            scores = [strength(theta, [c[2][k] for k in keep]) for c in candidates]
            for indices in by(candidates, 0).values():
                best = max(indices, key=lambda i: scores[i])
                rows.append([scores[best], lead(candidates, best, scores)])
                labels.append(int(candidates[best][3]))
                wrong.append(max((scores[i] for i in indices if not candidates[i][3]), default=-99.0))
        scale, per_lead, bias = fit_stage(rows, labels)
        theta = [scale * t for t in theta]
        theta[-1] += bias
    weights = {"bias": theta[-1], "lead": max(0.0, per_lead / scale),
               "rival": scale * sorted(wrong)[len(wrong) * 9 // 10] + bias}
    weights |= {name: 0.0 for name in names}
    weights |= {names[k]: theta[n] for n, k in enumerate(keep)}
    faults = sum((scale * s + per_lead * l + bias > 0) != bool(y) for (s, l), y in zip(rows, labels))
    print(f"{'with' if use_words else 'without'} model: {faults} of {len(rows)} decisions wrong", file=sys.stderr)
    return {key: round(value, 4) for key, value in weights.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--model", help="one learnt by an earlier run, to save time")
    options = parser.parse_args()
    features = os.path.join(options.build, "tools/train/calque_pairing_features")
    calque = os.path.join(options.build, "tools/calque/calque")
    weights = {}
    with tempfile.TemporaryDirectory() as folder:
        model = options.model or learn(calque, options.data, folder)
        golds = {}
        for source, *setting in ARCHIVES:
            pairs = read_pairs(options.data, source)
            if source == "laws":
                pairs = pairs[len(pairs) // 2 :]
            if source == "tatoeba":
                pairs = pairs[1::2]
                random.Random(SEED).shuffle(pairs)
            name = f"{source}-{setting[1]}"
            golds[name] = write_archive(pairs, setting, random.Random(f"{SEED} {name}"),
                                        os.path.join(folder, name))
        for key, use_words in (("with-model", True), ("without-model", False)):
            archives = []
            for name, gold in golds.items():
                names, rows = observe(features, os.path.join(folder, name), model if use_words else "none")
                archives.append([(s, t, row, (s, t) in gold) for s, t, row in rows])
            weights[key] = train(names, archives, use_words)
    with open(os.path.join(ROOT, "corpora/models/pairing.json"), "w", encoding="utf-8") as out:
        out.write(json.dumps(weights, indent=2) + "\n")


if __name__ == "__main__":
    main()
