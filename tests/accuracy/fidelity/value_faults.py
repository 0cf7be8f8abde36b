"""Faults of numbers, amounts and dates: another one, none, or one too many."""
import re

from faults import other, pick, replace, tidy

NUMBER = re.compile(r"(?<![\w.,/:-])\d+(?:[.,  \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?![\w/:-])(?![.,]\d)")

SCALES = {
    "en": {"thousand": "million", "million": "billion", "billion": "million"},
    "fr": {"mille": "millions", "million": "milliard", "millions": "milliards",
           "milliard": "million", "milliards": "millions"},
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
}
MONTHS = {
    "en": "January February March April June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve twenty thirty".split(),
    "fr": "deux trois quatre cinq sept huit neuf dix onze douze vingt trente".split(),
}
CURRENCIES = {
    "en": {"dollars": "euros", "euros": "dollars", "$": "€", "€": "$", "pounds": "dollars",
           "crowns": "euros"},
    "fr": {"dollars": "euros", "euros": "dollars", "$": "€", "€": "$", "livres": "dollars",
           "couronnes": "euros"},
}
PERCENT = {"en": r"%|per ?cent", "fr": r"%|pour ?cent"}


def change_digits(number, rng):
    places = [i for i, c in enumerate(number) if c.isdigit()]
    place = places[0] if rng.random() < .5 else rng.choice(places)
    digits = "123456789" if place == places[0] else "0123456789"
    return number[:place] + rng.choice([d for d in digits if d != number[place]]) + number[place + 1:]


def number_changed(source, target, language, rng):
    match = pick(NUMBER, target, rng)
    return replace(target, match, change_digits(match.group(), rng)) if match else None


def number_dropped(source, target, language, rng):
    match = pick(NUMBER, target, rng)
    if not match:
        return None
    unit = re.compile(r"[\s\u00a0\u202f]*(?:%s|€|°C)" % PERCENT[language]).match(target, match.end())
    end = unit.end() if unit else match.end()
    return tidy(target[:match.start()] + target[end:])


def numbers_swapped(source, target, language, rng):
    """Two figures of one kind, both percentages or neither, in each other's places."""
    percent = re.compile(r"[\s\u00a0\u202f]*(?:%s)" % PERCENT[language])
    found = [(m, bool(percent.match(target, m.end()))) for m in re.finditer(NUMBER, target)]
    pairs = [(a, b) for i, (a, kind) in enumerate(found) for b, other_kind in found[i + 1:]
             if kind == other_kind and a.group() != b.group()
             and is_year(a.group()) == is_year(b.group())
             and all(re.search(r"(?<!\d)%s(?!\d)" % re.escape(re.split("[.,]", m.group())[0]), source)
                     for m in (a, b))]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return target[:a.start()] + b.group() + target[a.end():b.start()] + a.group() + target[b.end():]


def is_year(number):
    return re.fullmatch(r"1[89]\d\d|20\d\d", number) is not None


def number_word_changed(source, target, language, rng):
    words = NUMBER_WORDS[language]
    match = pick(r"\b(?:%s)\b" % "|".join(words), target, rng)
    return replace(target, match, other(words, match.group(), rng)) if match else None


DETERMINERS = {"en": "the|its|his|her|their|these|those|all|other|last|first|next",
               "fr": "les|ces|ses|leurs|des|aux|autres|derniers|dernières|premiers|premières"}


def number_word_dropped(source, target, language, rng):
    """A number behind an article and before its noun: the sentence stays sound."""
    match = pick(rf"\b(?:{DETERMINERS[language]}) (?:{'|'.join(NUMBER_WORDS[language])}|\d{{1,3}}) (?=[a-zéèà])",
                 target, rng)
    return replace(target, match, match.group().split(" ")[0] + " ") if match else None


# What a plain plural does not follow, and what hardly stands without its number.
NOT_BEFORE_COUNT = {"en": "or|to|every|each|one|old", "fr": "ou|à|en|chaque|toutes|tous|plus|moins|pour"}
MEASURES = {"en": "years|months|weeks|days|hours|minutes|seconds|times|percent|thirds|points|euros|dollars",
            "fr": "ans|années|mois|semaines|jours|heures|minutes|secondes|fois|tiers|points|euros|dollars"}


def count_dropped(source, target, language, rng):
    """A number word that leads its noun: `sept écolières` is `des écolières`."""
    words = "|".join(NUMBER_WORDS[language])
    before = "|".join([DETERMINERS[language], NOT_BEFORE_COUNT[language], words])
    noun = rf"(?!(?:{MEASURES[language]})\b)[a-zà-ÿ]+[sx]\b"
    match = pick(rf"(?P<before>\b[\w'’]+,?) (?:{words}) (?={noun})", target, rng)
    if not match or re.fullmatch(before, match["before"], re.I):
        return None
    if language == "en":
        return replace(target, match, match["before"] + " ")
    if match["before"] != "de":
        return replace(target, match, match["before"] + " des ")
    return replace(target, match, "d'" if target[match.end()] in "aeiouyéèê" else "de ")


def scale_changed(source, target, language, rng):
    scales = SCALES[language]
    match = pick(r"\b(?:%s)\b" % "|".join(scales), target, rng)
    return replace(target, match, scales[match.group()]) if match else None


def percentage_changed(source, target, language, rng):
    match = pick(r"(\d[\d.,]*)(?=[\s\u00a0\u202f]*(?:%s))" % PERCENT[language], target, rng)
    return replace(target, match, change_digits(match.group(), rng)) if match else None


def currency_changed(source, target, language, rng):
    names = CURRENCIES[language]
    match = pick("|".join(re.escape(n) if len(n) == 1 else r"\b%s\b" % n for n in names), target, rng)
    if not match or not re.search(r"\d", target):
        return None
    return replace(target, match, names[match.group()])


def day_changed(names):
    def change(source, target, language, rng):
        words = names[language]
        match = pick(r"\b(?:%s)\b" % "|".join(words), target, rng)
        return replace(target, match, other(words, match.group(), rng)) if match else None
    return change


DAY_LEADS = {"en": r"(?:on|in|since|until|by|late|early|of|and) ",
             "fr": r"(?:le|de|en|depuis|fin|début|dès|du|et) "}


def day_dropped(source, target, language, rng):
    """A weekday, or a month without a day or a year, with the word that leads to it."""
    words = "|".join(WEEKDAYS[language] + MONTHS[language])
    match = pick(r"(?<!\d )(?:\b%s)?\b(?:%s)\b(?! \d)" % (DAY_LEADS[language], words), target, rng)
    if not match or match.start() == 0 or match.group() in ("May", "mars"):
        return None
    return tidy(target[:match.start()] + target[match.end():])


def number_inserted(source, target, language, rng):
    """A year, a share or an age that the source does not have, before the last mark."""
    number = rng.randrange(12, 98)
    added = {"en": (f" in 19{number}", f", or {number} percent", f" after {number} days"),
             "fr": (f" en 19{number}", f", soit {number} %", f" au bout de {number} jours")}
    end = re.search(r"[.!?\"»”\s]*$", target).start()
    if len(target.split()) < 6:
        return None
    return target[:end] + rng.choice(added[language]) + target[end:]
