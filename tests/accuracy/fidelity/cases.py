"""The kinds of fault, the categories that count as finding each, and the cases made of a text."""
import random

import faults as f
import name_faults as n
import tense_faults
import value_faults as v

VALUE = ("number", "scale", "percentage", "currency", "unit", "date", "weekday", "time")
OMISSION = ("omission", "truncated", "length", "unrelated")
ADDITION = ("addition", "length", "unrelated")

# kind: (categories by their first word, the recall asked of it or None)
KINDS = {
    "number-changed": (VALUE, .97),
    "number-dropped": (VALUE, .97),
    "numbers-swapped": (VALUE, None),
    "number-word-changed": (VALUE, None),
    "number-word-dropped": (VALUE + ("omission",), None),
    "count-dropped": (VALUE + ("omission",), None),
    "number-inserted": (VALUE, None),
    "scale-changed": (VALUE, .97),
    "percentage-changed": (VALUE, .97),
    "currency-changed": (VALUE, None),
    "weekday-changed": (VALUE, .97),
    "month-changed": (VALUE, .97),
    "day-dropped": (VALUE + ("omission",), None),
    "name-replaced": (("name",), .93),
    "person-replaced": (("name",), None),
    "place-replaced": (("name",), None),
    "given-name-replaced": (("name",), None),
    "name-misspelt": (("name",), None),
    "names-swapped": (("name",), None),
    "name-dropped": (("name", "omission"), .93),
    "name-inserted": (("name", "addition"), None),
    "member-dropped": (("name", "omission"), None),
    "member-added": (("name", "addition"), None),
    "place-dropped": (("name", "omission"), None),
    "negation-dropped": (("negation",), .85),
    "negation-added": (("negation",), None),
    "opposite-stated": (("opposite", "negation"), None),
    "word-replaced": (("word", "opposite", "name"), None),
    "modality-changed": (("modality", "tense", "hedge", "opposite", "word"), None),
    "quantity-changed": (("quantifier", "opposite", "word", "negation", "number"), None),
    "tense-changed": (("modality",), None),
    "clause-dropped": (OMISSION, .70),
    "clause-inserted": (("addition",), None),
    "phrase-dropped": (OMISSION, None),
    "phrase-inserted": (("addition",), None),
    "truncated": (OMISSION, None),
    "quotes-dropped": (("quotation",), None),
    "sentence-dropped": (OMISSION, .99),
    "sentence-doubled": (("doubled", "addition"), .99),
    "sentence-added": (ADDITION, None),
    "sentence-untranslated": (("untranslated", "wrong"), .99),
    "words-untranslated": (("untranslated",), None),
    "sentence-replaced": (("unrelated", "omission", "length", "addition"), None),
}


def makers(pairs_by_language, pool):
    """The function of each kind. `pairs_by_language` holds the lines of both sides."""
    names, neighbours = n.NameFaults(pool), f.NeighbourFaults(pairs_by_language)
    return {
        "number-changed": v.number_changed, "number-dropped": v.number_dropped,
        "numbers-swapped": v.numbers_swapped,
        "number-word-changed": v.number_word_changed, "number-word-dropped": v.number_word_dropped,
        "count-dropped": v.count_dropped,
        "scale-changed": v.scale_changed,
        "percentage-changed": v.percentage_changed, "currency-changed": v.currency_changed,
        "weekday-changed": v.day_changed(v.WEEKDAYS), "month-changed": v.day_changed(v.MONTHS),
        "day-dropped": v.day_dropped,
        "name-replaced": names.replaced, "name-dropped": names.dropped,
        "name-inserted": names.inserted, "person-replaced": n.person_replaced,
        "place-replaced": n.place_replaced, "given-name-replaced": n.given_name_replaced,
        "member-dropped": names.member_dropped, "member-added": names.member_added,
        "place-dropped": n.place_dropped, "name-misspelt": n.misspelt,
        "names-swapped": n.swapped, "number-inserted": v.number_inserted,
        "clause-inserted": neighbours.clause_inserted,
        "phrase-dropped": f.phrase_dropped, "phrase-inserted": neighbours.phrase_inserted,
        "opposite-stated": f.opposite_stated, "word-replaced": f.word_replaced,
        "modality-changed": f.modality_changed, "quantity-changed": f.quantity_changed,
        "tense-changed": tense_faults.tense_changed,
        "negation-dropped": f.negation_dropped, "negation-added": f.negation_added,
        "clause-dropped": f.clause_dropped, "truncated": f.truncated,
        "quotes-dropped": f.quotes_dropped, "sentence-doubled": neighbours.sentence_doubled,
        "sentence-added": neighbours.sentence_added, "sentence-replaced": neighbours.replaced,
        "sentence-untranslated": f.left_untranslated, "words-untranslated": f.words_untranslated,
    }


def make_cases(sources, targets, target_language, seed, count):
    """Lists of (kind, source, damaged target, whole target), `count` a kind where the text has them."""
    pool = {target_language: n.name_pool(targets)}
    kinds = makers({target_language: targets}, pool)
    cases = []
    for kind, make in kinds.items():
        rng = random.Random(f"{seed} {kind} {target_language}")
        order = list(range(len(sources)))
        rng.shuffle(order)
        made = 0
        for i in order:
            damaged = make(sources[i], targets[i], target_language, rng)
            if damaged is None or damaged == targets[i]:
                continue
            cases.append((kind, sources[i], damaged, targets[i]))
            made += 1
            if made == count:
                break
    cases += dropped_sentences(sources, targets, target_language, seed, count)
    return cases


def dropped_sentences(sources, targets, language, seed, count):
    """Cells of two or three neighbouring lines, one of them gone from the target."""
    rng = random.Random(f"{seed} sentence-dropped {language}")
    cases = []
    for i in rng.sample(range(1, len(sources) - 3), min(count, len(sources) - 4)):
        size = rng.choice((2, 3))
        lost = rng.randrange(size)
        block = targets[i:i + size]
        if len(sources[i + lost].split()) < 5 or any(line[-1:] not in ".!?\"»”" for line in block):
            continue
        kept = [line for j, line in enumerate(block) if j != lost]
        cases.append(("sentence-dropped", " ".join(sources[i:i + size]), " ".join(kept),
                      " ".join(block)))
    return cases
