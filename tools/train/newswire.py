"""Made-up French newswire with its names tagged, from the patterns of newswire/fr.txt.

A pattern is a line of tokens in which slots such as `{person}` stand for names; our lists of names
and names made of their words fill them. It teaches a tagger what news writes around names, which
tagged text under an open licence hardly holds. Everything is written for calque.
"""
import collections
import pathlib
import random
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
NAMES = HERE.parents[1] / "corpora" / "names"
FRENCH = 3        # column of our lists
ROUNDS = 14       # times that a pattern is filled
LISTED = 0.5      # share of names from the lists; the others are made up
TYPES = {"person": "PER", "last": "PER", "first": "PER", "org": "ORG", "acronym": "ORG",
         "agency": "ORG", "club": "ORG", "city": "LOC", "country": "LOC", "thecountry": "LOC",
         "region": "LOC", "work": "MISC", "university": "ORG"}
AGENCIES = ["Reuters", "AFP", "AP", "dpa", "Xinhua", "Tass", "ANSA", "Kyodo", "EFE", "Interfax"]
CLUBS = ["FC {}", "Olympique de {}", "{}", "AS {}", "Stade de {}", "Racing {}", "US {}"]
FIRMS = ["Groupe {}", "{} SA", "Banque {}", "{} Industries", "{}", "{}", "{} Finance",
         "Fondation {}", "Crédit {}", "Air {}", "Les Echos de {}"]
TOWNS = ["{}", "{}", "{}", "Saint-{}", "{}-sur-Mer", "San {}", "{}ville", "Port-{}"]
WORKS = ["Le Dernier {}", "L'Affaire {}", "Les Nuits de {}", "Une maison à {}", "{} 2"]
PARTICLES = ["de", "van", "von", "bin", "al", "di", "da"]
SYLLABLES = ("ba be bo bu ka ke ko ku da de do du fa fe ga go ha ho ja jo la le li lo lu ma me mi mo mu "
             "na ne ni no nu pa po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa yo za zo").split()
ENDINGS = ["", "", "n", "r", "s", "l", "t", "k", "ng", "x", "ck", "ski", "sen", "ov"]


def read_lists():
    """Names of our lists by slot."""
    lists = collections.defaultdict(list)
    for name in ("organisations", "places", "towns"):
        for row in (NAMES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            fields = row.split("\t")
            forms = [form for form in fields[FRENCH].split("|") if form and form[0].isupper()]
            for form in forms:
                if fields[1] == "organisation":
                    lists["acronym" if form.isupper() and len(form) < 6 else "org"].append(form)
                elif re.fullmatch(r"place:[A-Z]{2}", fields[0]):
                    lists["country"].append(form)
                else:
                    lists["region" if " " in form else "city"].append(form)
    for row in (NAMES / "name-words.txt").read_text(encoding="utf-8").splitlines():
        word, marks = row.split("\t")
        for mark in marks:
            lists[mark].append(word.capitalize())
    return lists


class Writer:
    """Fills patterns, always alike."""

    def __init__(self):
        self.lists = read_lists()
        self.random = random.Random("fr")

    def word(self):
        parts = [self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 3))]
        return ("".join(parts) + self.random.choice(ENDINGS)).capitalize()

    def listed(self, kind):
        return self.random.choice(self.lists[kind])

    def last(self):
        name = self.listed("f") if self.random.random() < 0.6 else self.word()
        chance = self.random.random()
        if chance < 0.05:
            return f"{self.random.choice(PARTICLES)} {name}"
        return f"{name}-{self.word()}" if chance < 0.1 else name

    def first(self):
        name = self.listed("g") if self.random.random() < 0.8 else self.word()
        return f"{name}-{self.listed('g')}" if self.random.random() < 0.06 else name

    def person(self):
        initial = self.random.choice("ABCDEFGHJKLMNPRSTW")
        middle = f" {initial}." if self.random.random() < 0.06 else ""
        return f"{self.first()}{middle} {self.last()}"

    def shaped(self, shapes):
        name = self.last() if self.random.random() < 0.4 else self.word()
        return self.random.choice(shapes).format(name)

    def fill(self, slot):
        by_list = self.random.random() < LISTED
        if slot in ("person", "last", "first"):
            return getattr(self, slot)()
        if slot == "agency":
            return self.random.choice(AGENCIES)
        if slot == "work":
            return self.shaped(WORKS)
        if slot == "club":
            return self.random.choice(CLUBS).format(
                self.listed("city") if by_list else self.word())
        if slot == "university":
            return f"université de {self.listed('city')}"
        if slot == "acronym":
            length = self.random.randint(2, 5)
            return self.listed("acronym") if by_list else "".join(
                self.random.choice("ABCDEFGIKLMNOPRSTUV") for _ in range(length))
        if slot == "org":
            return self.listed("org") if by_list else self.shaped(FIRMS)
        if slot in ("country", "thecountry"):
            return self.listed("country")
        return self.listed(slot) if by_list else self.shaped(TOWNS)


def tokens_of(text):
    """Tokens as calque makes them: elisions, full stops of short forms and hyphens stay."""
    return re.findall(r"\w+['’](?=\w)|(?:\w\.)+(?:\w\.)|\b[A-Z]\.|'s\b|\w+(?:[-.'’]\w+)*|[^\w\s]", text)


def starts_with_vowel(name):
    return unicodedata.normalize("NFKD", name)[:1].lower() in "aeiouy"


def article(name):
    if starts_with_vowel(name):
        return "l'"
    return "la" if name.endswith("e") else "les" if name.endswith("s") else "le"


def write(pattern, writer):
    """One sentence of the pattern, as (token, tag) pairs."""
    sentence = []
    for piece in re.findall(r"\{\w+\}|\d+[.,:]\d+|[^\s{},;:]+|[,;:]", pattern):
        slot = piece.strip("{}")
        if not piece.startswith("{"):
            sentence.append((piece, "O"))
            continue
        name = writer.fill(slot)
        if slot == "thecountry":
            word = article(name)
            sentence.append((word if sentence else word.capitalize(), "O"))
        elif sentence and sentence[-1][0] in ("de", "d'"):
            sentence[-1] = ("d'" if starts_with_vowel(name) else "de", "O")
        for number, token in enumerate(tokens_of(name)):
            sentence.append((token, ("I-" if number else "B-") + TYPES[slot]))
    return sentence


def sentences():
    """All patterns filled, in an order that mixes them."""
    writer = Writer()
    patterns = (HERE / "newswire" / "fr.txt").read_text(encoding="utf-8").splitlines()
    for _ in range(ROUNDS):
        writer.random.shuffle(patterns)
        for pattern in patterns:
            yield write(pattern, writer)
