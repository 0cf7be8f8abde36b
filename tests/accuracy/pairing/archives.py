"""Archives whose pairs are known: parallel text cut into documents, names shuffled.

    archives.py news|novels|laws|drawn SHARED_DATA OUT [--documents N] [--alone SHARE] [--seed S]
        [--takes SHARE]

writes OUT/source/*.txt, OUT/target/*.txt and OUT/gold.tsv (`source<TAB>target`, file names). Every
document is 10 to 25 consecutive pairs of lines (novels: 40 to 80 beads), two sentences a paragraph.
SHARE of the documents of each side have no partner: theirs is left out of the other side. With
--takes, that SHARE of the pairs has a document cut in two on one side.
"""

import argparse
import itertools
import lzma
import random
from pathlib import Path

NEWS = ["older/news-test2008", "older/newssyscomb2009", "older/newstest2009", "older/newstest2010",
        "older/newstest2011", "newstest2012"]
NOVELS = ["AlicesAdventuresInWonderland", "Candide", "DuCoteDeChezSwann",
          "VingtMilleLieuesSousLesMers", "VoyageAuCentreDeLaTerre"]


def read_lines(path):
    packed = path.with_name(path.name + ".xz")
    text = lzma.decompress(packed.read_bytes()).decode() if packed.exists() else path.read_text("utf-8")
    return text.removesuffix("\n").split("\n")


def cut(pairs, shortest, longest, rng):
    """Documents of consecutive pairs; a remainder too short is left out."""
    at = 0
    while at + shortest <= len(pairs):
        size = rng.randint(shortest, longest)
        yield pairs[at : at + size]
        at += size


def news(shared, rng):
    for name in NEWS:
        path = shared / "dev/news" / name
        sides = [read_lines(path.with_name(f"{path.name}.{language}")) for language in ("en", "fr")]
        yield from cut(list(zip(*sides, strict=True)), 10, 25, rng)


def novels(shared, rng):
    for name in NOVELS:
        stem = shared / "dev/alignment/transread" / f"{name}.en-fr"
        sides = [read_lines(Path(f"{stem}.{side}.detok")) for side in ("src", "tgt")]
        beads = [[[int(i) for i in side.split(",") if i] for side in line.split(":")]
                 for line in read_lines(Path(f"{stem}.gold"))]
        pairs = [tuple(" ".join(sides[s][i] for i in bead[s]) for s in (0, 1)) for bead in beads]
        yield from cut(pairs, 40, 80, rng)


def laws(shared, rng):
    text = lzma.decompress((shared / "train/laws.tsv.xz").read_bytes()).decode()
    pairs = [tuple(line.split("\t")) for line in text.removesuffix("\n").split("\n")]
    yield from cut(pairs, 10, 25, rng)


def drawn(shared, rng):
    """Without end: lines of news and laws drawn one by one, for archives larger than any text."""
    pool = [pair for kind in (news, laws) for document in kind(shared, rng) for pair in document]
    while True:
        yield rng.sample(pool, rng.randint(10, 25))


KINDS = {"news": news, "novels": novels, "laws": laws, "drawn": drawn}


def text_of(sentences):
    sentences = [sentence for sentence in sentences if sentence]
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs)


def cut_in_two(pairs, rng):
    """Two takes of a story, the shorter one a third of it at least."""
    at = rng.randint(-(-len(pairs) // 3), len(pairs) - -(-len(pairs) // 3))
    return [pairs[:at], pairs[at:]]


def make(kind, shared, out, documents=0, alone=0.3, seed=1, takes=0.0):
    """The number of pairs. `documents` a side, 0 for as many as there are; of the pairs, a share of
    `takes` has two documents on one side, each of which is paired with the one of the other."""
    rng = random.Random(seed)
    made = KINDS[kind](shared, rng)
    # n documents a side of which `alone` have no partner use n · (1 + alone) documents in all.
    made = list(itertools.islice(made, round(documents * (1 + alone))) if kind == "drawn" else made)
    if kind == "laws":
        rng.shuffle(made)
    size = min(documents or len(made), int(len(made) / (1 + alone)))
    single = round(size * alone)
    made = made[: size + single]
    rng.shuffle(made)
    names = [rng.sample(range(10**6), len(made)) for _ in range(2)]
    for side in ("source", "target"):
        (out / side).mkdir(parents=True)
    gold = []
    for number, pairs in enumerate(made):
        parts = [[pairs], [pairs]]
        if number >= 2 * single and rng.random() < takes:
            parts[number % 2] = cut_in_two(pairs, rng)
        files = [[], []]
        for side in (0, 1):
            if single <= number < 2 * single and side == 1 or number < single and side == 0:
                continue
            for part, text in enumerate(parts[side]):
                files[side].append(f"{names[side][number]:06}{'-2' * part}.txt")
                (out / ("source", "target")[side] / files[side][-1]).write_text(
                    text_of(pair[side] for pair in text), "utf-8")
        gold += ["\t".join(pair) for pair in itertools.product(*files)]
    (out / "gold.tsv").write_text("".join(f"{line}\n" for line in sorted(gold)), "utf-8")
    return len(gold)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--documents", type=int, default=0)
    parser.add_argument("--alone", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--takes", type=float, default=0.0)
    options = parser.parse_args()
    made = make(options.kind, options.shared, options.out, options.documents, options.alone, options.seed,
                options.takes)
    print(f"{made} pairs")


if __name__ == "__main__":
    main()
