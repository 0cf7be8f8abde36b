"""Openly licensed translations with faults put in, for training the checks of fidelity."""
import collections
import functools
import lzma
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "accuracy", "fidelity"))
import cases  # noqa: E402  (the faults of the accuracy test, on other text)

SEED = 20260105
# Pairs taken of each source: legal provisions are careful but alike, Tatoeba is short.
GROUPS = {
    "everyday": {"tico19": 3071, "tatoeba": 9000},
    "technical": {"laws": 2000, "rust_book": 500, "django_docs": 500, "python_docs": 500},
}
LEAST_TATOEBA = 100  # characters of a pair
FAULTS = 400  # a kind, a group and a direction
# Words and names are linked better the more pairs there are to learn from: half of the text stands
# in documents of so many pairs, as dispatches have, and half in one, as files of pairs are. A
# dispatch with faults has some among pairs that stay as they were.
DISPATCH = 20
DAMAGED = 8
NEGATING_DOCUMENT = 150
# Single words weigh in whether something answers a negation, so that it takes far more of them:
# every pair with one of some of these, which are cheap.
NEGATING = {"tatoeba": 200000, "tico19": 3071, "rust_book": 2000, "django_docs": 20000,
            "python_docs": 25000, "php_docs": 70000, "laws": 60000}
NEGATIONS = (re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|\w+n['’]t)\b", re.I),
             re.compile(r"\b(?:ne|pas|jamais|aucune?|rien|personne|ni|non|sans)\b|\bn['’]", re.I))
# Everybody in Tatoeba is Tom and lives in Boston: others take their places, in both languages.
PERSONS = re.compile(r"\b(?:Tom|Mary|John|Jim|Bob|Ken|Bill|Jack|Nancy|Jane|Jackson|Smith)\b")
PLACES = re.compile(r"\b(?:Boston|Paris|Tokyo|Osaka|Kyoto|Chicago|Australia|Canada|France)\b")


def sample(folder, sources, least_tatoeba):
    """Pairs (English, French) of sentences, neither of one word nor endless."""
    pairs = []
    for name, count in sources.items():
        path = os.path.join(folder, name + ".tsv.xz")
        lines = lzma.open(path, "rt", encoding="utf-8").read().split("\n")[:-1]
        lines = [line for line in lines if name != "tatoeba" or len(line) >= least_tatoeba]
        rng = random.Random(f"{SEED} {name}")
        chosen = sorted(rng.sample(range(len(lines)), min(count, len(lines))))
        pairs += [tuple(lines[i].split("\t")[:2]) for i in chosen]
    return [p for p in pairs if min(len(p[0].split()), len(p[1].split())) >= 3
            and max(len(p[0]), len(p[1])) < 900]


def read_negating_pairs(folder):
    """Pairs in which either side negates, and as many others."""
    negating, others = [], []
    for pair in sample(folder, NEGATING, 0):
        negates = any(pattern.search(text) for pattern, text in zip(NEGATIONS, pair))
        (negating if negates else others).append(pair)
    rng = random.Random(f"{SEED} negating")
    pairs = negating + rng.sample(others, min(len(others), len(negating)))
    return rng.sample(pairs, len(pairs))


def read_pairs(folder, sources):
    # Short sentences of conversation say little of news.
    pairs = sample(folder, sources, LEAST_TATOEBA)
    return [rename(pair, read_names(folder), random.Random(f"{SEED} {i}"))
            for i, pair in enumerate(pairs)] if "tatoeba" in sources else pairs


@functools.cache
def read_names(folder):
    """Names of persons, of texts tagged by hand, and pairs of places."""
    persons = set()
    for path in sorted(os.listdir(os.path.join(folder, "ner"))):
        if not path.endswith(".bio"):
            continue
        name = []
        for line in open(os.path.join(folder, "ner", path), encoding="utf-8"):
            fields = line.split()
            tag = fields[-1].upper() if fields else "O"
            if name and not tag.startswith("I-PER"):
                if len(name) <= 2 and all(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}", w) for w in name):
                    persons.add(" ".join(name))
                name = []
            if re.match(r"[BI]-PER", tag):
                name.append(fields[0])
    with lzma.open(os.path.join(folder, "lexicon.tsv.xz"), "rt", encoding="utf-8") as rows:
        fields = [row.rstrip("\n").split("\t") for row in rows]
    places = {(en, fr) for en, fr, kind, source in fields[1:]
              if kind.startswith("LOC") and re.fullmatch(r"[A-Z][a-z]{3,}", en) and fr.istitle()}
    return sorted(persons), sorted(places)


def rename(pair, names, rng):
    """The pair with other names where both sides have the same ones."""
    persons, places = names
    for pattern, pick in ((PERSONS, lambda: (rng.choice(persons),) * 2),
                          (PLACES, lambda: rng.choice(places))):
        for name in sorted(set(pattern.findall(pair[0])) & set(pattern.findall(pair[1]))):
            new = pick()
            pair = tuple(re.sub(rf"\b{name}\b", other, text) for text, other in zip(pair, new))
    return pair


def swap(side):
    """Kinds of fault seen from the other side: what was dropped from the target was added to it."""
    return {"negation-dropped": "negation-added", "negation-added": "negation-dropped",
            "number-dropped": "number-added", "number-word-dropped": "number-word-added",
            "count-dropped": "count-added", "name-dropped": "name-added",
            "member-dropped": "member-added", "member-added": "member-dropped",
            "place-dropped": "place-added", "number-inserted": "number-dropped",
            "name-inserted": "name-dropped",
            "clause-dropped": "clause-added", "clause-inserted": "clause-dropped",
            "phrase-dropped": "phrase-inserted", "phrase-inserted": "phrase-dropped",
            "sentence-dropped": "sentence-added", "sentence-added": "sentence-dropped",
            "quotes-dropped": "quotes-added"}.get(side)


def write_cases(pairs, target_language, path):
    """Lines `kind<TAB>source<TAB>target<TAB>lost source text` in documents, an empty line behind
    each. Returns how many there are of each kind."""
    sides = (0, 1) if target_language == "fr" else (1, 0)
    sources = [p[sides[0]] for p in pairs]
    targets = [p[sides[1]] for p in pairs]
    clean = [("clean", s, t, "") for s, t in zip(sources, targets)] + blocks(sources, targets)
    damaged = faults(sources, targets, target_language) + lost_words(sources, targets)
    write_documents(documents(clean, damaged, list(zip(sources, targets))), path)
    return collections.Counter(row[0] for row in clean + damaged)


def write_documents(rows_by_document, path):
    with open(path, "w", encoding="utf-8") as out:
        for document in rows_by_document:
            for row in document:
                out.write("\t".join(field.replace("\t", " ") for field in row) + "\n")
            out.write("\n")


def write_negations(pairs, target_language, path):
    """Like write_cases: pairs with negations as they are, and pairs with one gone from either side
    or put into it."""
    order = (0, 1) if target_language == "fr" else (1, 0)
    rng = random.Random(f"{SEED} negations {target_language}")
    rows = []
    for pair in pairs:
        negates = [bool(pattern.search(text)) for pattern, text in zip(NEGATIONS, pair)]
        if any(negates):
            rows.append(("clean", *(pair[side] for side in order), ""))
        for kind, side in (("dropped", order[1]), ("added", order[0])):
            if rng.random() < 0.5:
                continue
            rows += without_negation(kind, pair, side, negates, order, rng)
            rows += with_negation(kind, pair, 1 - side, negates, order, rng)
    rows = rng.sample(rows, len(rows))
    write_documents(chunks(rows, NEGATING_DOCUMENT), path)
    return collections.Counter(row[0] for row in rows)


def without_negation(kind, pair, side, negates, order, rng):
    """The other side keeps its own."""
    if not negates[1 - side]:
        return []
    return damaged_row(kind, pair, side, cases.f.negation_dropped, order, rng)


def with_negation(kind, pair, side, negates, order, rng):
    if any(negates):
        return []
    return damaged_row(kind, pair, side, cases.f.negation_added, order, rng)


def damaged_row(kind, pair, side, damage, order, rng):
    damaged = damage(pair[1 - side], pair[side], ("en", "fr")[side], rng)
    if not damaged:
        return []
    texts = list(pair)
    texts[side] = damaged
    return [(f"negation-{kind}", *(texts[i] for i in order), "")]


def faults(sources, targets, target_language):
    rows = []
    for kind, source, damaged, whole in cases.make_cases(sources, targets, target_language, SEED,
                                                         FAULTS):
        rows.append((kind, source, damaged, ""))
    # A fault of the other direction, with the sides exchanged, is the mirrored fault of this one.
    for kind, source, damaged, whole in cases.make_cases(targets, sources,
                                                         "en" if target_language == "fr" else "fr",
                                                         SEED, FAULTS):
        if swap(kind):
            rows.append((swap(kind), damaged, source, ""))
    return rows


def chunks(rows, size):
    return [rows[i:i + size] for i in range(0, len(rows), size)]


def documents(clean, damaged, pairs):
    rng = random.Random(f"{SEED} documents")
    stretches = chunks(clean, DISPATCH)
    damaged = rng.sample(damaged, len(damaged))
    half = len(damaged) // 2
    whole = [row for stretch in stretches[1::2] for row in stretch] + damaged[half:]
    return stretches[::2] + [embed(rows, pairs, rng)
                             for rows in chunks(damaged[:half], DAMAGED)] + [whole]


def embed(damaged, pairs, rng):
    """A dispatch of faults of any kind among pairs that follow each other in the text."""
    begin = rng.randrange(max(1, len(pairs) - DISPATCH))
    rows = damaged + [("context", *pair, "")
                      for pair in pairs[begin:begin + DISPATCH - len(damaged)]]
    return rng.sample(rows, len(rows))


def blocks(sources, targets):
    """Lines of two or three sentences, nothing lost: what dropped_sentences damages."""
    rows = []
    rng = random.Random(f"{SEED} blocks")
    for i in range(0, len(sources) - 3, 6):
        size = rng.choice((2, 3))
        rows.append(("clean", " ".join(sources[i:i + size]), " ".join(targets[i:i + size]), ""))
    return rows


def lost_words(sources, targets):
    """Two pairs as one, the second target gone: every word of the second source is lost."""
    rng = random.Random(f"{SEED} lost words")
    rows = []
    for _ in range(1200):
        a, b = rng.sample(range(len(sources)), 2)
        if len(sources[a]) > 300 or len(sources[b]) > 200:
            continue
        rows.append(("lost-words", sources[a] + " " + sources[b], targets[a], sources[b]))
    return rows
