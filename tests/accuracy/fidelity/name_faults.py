"""Faults of names: another one, none, one too many, or the same one misspelt."""
import re

from faults import other, replace, tidy

# To put others of the same kind in their places.
GIVEN_NAMES = """Alexander Alice Andrea Angela Anna Anne Antonio Barack Bill Boris Carlos Carmen Charles Christine Daniel
David Diana Edward Elena Emma Eric Eva Francisco Frank Franz George Hans Helen Hillary Ivan James Jan Jean Joe John Jorge José
Josef Juan Julia Karl Kevin Klaus Laura Lisa Luis Marco Maria Marie Mario Mark Martin Michael Miguel Mike Mohamed Nicolas
Nicole Olga Patrick Paul Peter Petr Philippe Pierre Ralph Richard Robert Roman Sarah Sergio Silvio Simon Sophie Stefan Steve
Susan Thomas Tim Tony Vladimir Walter""".split()
FAMILY_NAMES = """Abbott Alvarez Bauer Bellini Brandt Carter Castillo Dubois Eriksson Fischer Fontaine Garner Haddad
Hoffmann Ivanov Jensen Kaplan Keller Lambert Larsson Marchetti Mendes Moreau Novak Okafor Pereira Petrov Quinn Ramsey
Rossi Sanders Schuster Sokolov Tanaka Torres Vogel Weaver Winkler Yilmaz Zeller""".split()
COUNTRIES = [pair.split("/") for pair in """France/France|Germany/Allemagne|Italy/Italie|Spain/Espagne|Portugal/Portugal|
Greece/Grèce|Ireland/Irlande|Austria/Autriche|Switzerland/Suisse|Poland/Pologne|Hungary/Hongrie|Romania/Roumanie|
Russia/Russie|Ukraine/Ukraine|Turkey/Turquie|Syria/Syrie|Libya/Libye|Egypt/Egypte|Israel/Israël|Iran/Iran|Iraq/Irak|
India/Inde|Pakistan/Pakistan|China/Chine|Japan/Japon|Brazil/Brésil|Argentina/Argentine|Mexico/Mexique|Chile/Chili|
Cuba/Cuba|Canada/Canada|Australia/Australie|Sweden/Suède|Norway/Norvège|Denmark/Danemark|Belgium/Belgique|
Afghanistan/Afghanistan|Nigeria/Nigeria|Kenya/Kenya|Morocco/Maroc""".replace("\n", "").split("|")]
TOWNS = [pair.split("/") for pair in """London/Londres|Paris/Paris|Berlin/Berlin|Madrid/Madrid|Rome/Rome|Vienna/Vienne|Moscow/Moscou|Brussels/Bruxelles|Washington/Washington|Beijing/Pékin|
Barcelona/Barcelone|Munich/Munich|Prague/Prague|Warsaw/Varsovie|Lisbon/Lisbonne|Cairo/Le Caire|Tokyo/Tokyo|
Geneva/Genève|Athens/Athènes|Dublin/Dublin|Chicago/Chicago|Boston/Boston""".replace("\n", "").split("|")]
PERSON = re.compile(r"\b(%s) ([A-ZÀ-Þ][\w’-]*\w)" % "|".join(GIVEN_NAMES))
PREPOSITIONS = {"en": "in|at|from|near|outside", "fr": "à|en|au|aux|dans le|dans les|près de|depuis"}
# What joins the names of a list, with what leads to the second: `et en Belgique`.
JOINS = {"en": r"(?:, | and |, and | or )(?:the |in |in the |of )?",
         "fr": r"(?:, | et | ou )(?:l['’]|d['’]|(?:le|la|les|de|du|des|en|à|au|aux|de la) )?"}
NOT_NAMES = set("""i i'm i'll i've i'd mr mrs ms dr president minister prime state states internet
english french german russian american european chinese czech january february march april may
june july august september october november december monday tuesday wednesday thursday friday
saturday sunday premier ministre président état états""".split())


def names_in(text):
    """Runs of capitalised words that do not open a sentence."""
    for match in re.finditer(r"(?<=[\w,;’'] )(?:[A-ZÀ-Þ][\w’-]*\w)(?: [A-ZÀ-Þ][\w’-]*\w)*", text):
        words = match.group().lower().split()
        if not any(w in NOT_NAMES for w in words) and len(match.group()) > 3:
            yield match


def names_known_to(source, text):
    """Names of `text` that the source has too: at least one word with the same first letters."""
    folded = source.lower()
    return [m for m in names_in(text)
            if any(re.search(r"\b" + re.escape(w[:4]), folded) for w in m.group().lower().split())]


class NameFaults:
    """Needs a pool of names of each language, taken from the same texts."""

    def __init__(self, pool):
        self.pool = pool

    def replaced(self, source, target, language, rng):
        names = names_known_to(source, target)
        if not names:
            return None
        match = rng.choice(names)
        words = len(match.group().split())
        choice = [n for n in self.pool[language].get(words, []) if n not in target and n not in source]
        return replace(target, match, rng.choice(choice)) if choice else None

    def dropped(self, source, target, language, rng):
        names = names_known_to(source, target)
        if not names:
            return None
        match = rng.choice(names)
        return tidy(target[:match.start()] + target[match.end():])

    def member_dropped(self, source, target, language, rng):
        """The second of two names of a list, with what joins it to the first."""
        members = list(self.members(names_known_to(source, target), target, language))
        if not members:
            return None
        first, second = rng.choice(members)
        return target[:first.end()] + target[second.end():]

    def member_added(self, source, target, language, rng):
        """A name more in a list of names."""
        members = list(self.members(list(names_in(target)), target, language))
        choice = [n for n in self.pool[language].get(1, []) if n not in target and n not in source]
        if not members or not choice:
            return None
        first, second = rng.choice(members)
        return target[:first.end()] + ", " + rng.choice(choice) + target[first.end():]

    @staticmethod
    def members(names, target, language):
        """Neighbours in a list of names that a conjunction ends; `Paris, France` is none."""
        conjunction = re.compile(r",? (?:and|or|et|ou) ")
        for first, second in zip(names, names[1:]):
            join = re.fullmatch(JOINS[language], target[first.end():second.start()])
            behind = re.match(JOINS[language] + "[A-ZÀ-Þ]", target[second.end():])
            if join and (conjunction.match(join.group()) or behind and conjunction.match(behind.group())):
                yield first, second

    def inserted(self, source, target, language, rng):
        """Somebody who is not in the source, as the one who says it."""
        end = re.search(r"[.!?\"»”\s]*$", target).start()
        choice = [n for n in self.pool[language].get(2, []) if n not in target and n not in source]
        if len(target.split()) < 6 or not choice:
            return None
        lead = {"en": ", according to ", "fr": ", selon "}[language]
        return target[:end] + lead + rng.choice(choice) + target[end:]


def name_pool(lines):
    pool = {}
    for line in lines:
        for match in names_in(line):
            pool.setdefault(len(match.group().split()), {})[match.group()] = True
    return {words: sorted(names) for words, names in pool.items()}


def persons_of_both(source, target):
    return [m for m in PERSON.finditer(target) if m.group() in source]


def person_replaced(source, target, language, rng):
    persons = persons_of_both(source, target)
    if not persons:
        return None
    match = rng.choice(persons)
    return replace(target, match, f"{other(GIVEN_NAMES, match.group(1), rng)} {rng.choice(FAMILY_NAMES)}")


def given_name_replaced(source, target, language, rng):
    persons = persons_of_both(source, target)
    if not persons:
        return None
    match = rng.choice(persons)
    return replace(target, match, f"{other(GIVEN_NAMES, match.group(1), rng)} {match.group(2)}")


def place_replaced(source, target, language, rng):
    """A country by another one, a town by another one, with the article of the first."""
    ours, theirs = (1, 0) if language == "en" else (0, 1)
    places = [(pair, kind) for kind in (COUNTRIES, TOWNS) for pair in kind
              if re.search(rf"\b{pair[ours]}\b", source) and re.search(rf"\b{pair[theirs]}\b", target)]
    if not places:
        return None
    old, kind = rng.choice(places)
    new = rng.choice([pair for pair in kind if pair[ours] not in source])
    return re.sub(rf"\b{old[theirs]}\b", new[theirs], target)


def swapped(source, target, language, rng):
    """Two names that both sides write alike, or two countries or towns, in each other's places; no list of names."""
    ours, theirs = (1, 0) if language == "en" else (0, 1)
    alike = [m for m in names_in(target) if re.search(rf"\b{re.escape(m.group())}\b", source)]
    places = [[m for pair in kind if re.search(rf"\b{pair[ours]}\b", source)
               for m in re.finditer(rf"\b{pair[theirs]}\b(?!-)", target)] for kind in (COUNTRIES, TOWNS)]
    pairs = [(a, b) for kind in (alike, *places) for a in kind for b in kind
             if a.end() < b.start() and a.group() != b.group()
             and re.search(r"[a-zà-ÿ]{3}", target[a.end():b.start()])
             and not re.search(r"[,;:(]| (?:and|or|et|ou) ", target[a.end():b.start()])]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return target[:a.start()] + b.group() + target[a.end():b.start()] + a.group() + target[b.end():]


def place_dropped(source, target, language, rng):
    """A country or a town with the preposition that leads to it, behind which no more of it comes."""
    ours, theirs = (1, 0) if language == "en" else (0, 1)
    places = [m for pair in COUNTRIES + TOWNS if re.search(rf"\b{pair[ours]}\b", source)
              for m in re.finditer(rf",? \b(?:{PREPOSITIONS[language]}) (?:the |l['’])?{pair[theirs]}\b"
                                   r"(?![-’']|,? (?:and|et|or|ou)\b|, [A-Z]| [A-Z])", target)]
    if not places:
        return None
    match = rng.choice(places)
    return target[:match.start()] + target[match.end():]


def misspelt(source, target, language, rng):
    """One letter of a name of both sides lost, written twice, changed, or exchanged with the next."""
    words = [m for m in re.finditer(r"(?<=\w )[A-Z][a-z]{4,}\b", target)
             if re.search(rf"\b{m.group()}\b", source) and m.group().lower() not in NOT_NAMES]
    if not words:
        return None
    match = rng.choice(words)
    word = match.group()
    at = rng.randrange(1, len(word) - 1)
    middle = rng.choice(["", word[at] * 2, other("aeioulnrst", word[at], rng), word[at + 1] + word[at]])
    behind = at + 2 if len(middle) == 2 and middle[0] == word[at + 1] and middle[0] != middle[1] else at + 1
    return replace(target, match, word[:at] + middle + word[behind:])
