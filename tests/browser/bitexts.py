"""Bitexts for the browser tests, in the master format, and pages made of them by the command."""

import json
import pathlib
import re
import subprocess

HOSTILE = "<script>document.title='hit'</script> </script> <!-- <img src=x onerror=alert(1)> & \u2028 'q' \"r\""


def document(name, language, sentences, credits=()):
    """Sentences one a paragraph; credit lines `(role, name)` or `(role, name, place)` behind them, as furniture."""
    text, spans, tokens, paragraphs, records, size = "", [], [], [], [], 0
    for i, sentence in enumerate(sentences):
        first = len(tokens)
        for word in re.finditer(r"\w+|[^\w\s]", sentence):
            tokens.append([size + len(sentence[:at].encode()) for at in word.span()])
        end = size + len(sentence.encode())
        spans.append({"span": [size, end], "tokens": [first, len(tokens)]})
        paragraphs.append({"span": [size, end], "kind": "body" if i else "headline",
                           "sentences": [i, i + 1]})
        text, size = text + sentence + "\n\n", end + 2
    for role, person, *place in credits:
        records.append({"role": role, "name": person, "span": [size, size + len(person.encode())],
                        **({"place": place[0]} if place else {})})
        paragraphs.append({"span": records[-1]["span"], "kind": "credit",
                           "sentences": [len(spans), len(spans)]})
        text, size = text + person + "\n\n", size + len(person.encode()) + 2
    return {"id": name, "language": language, "text": text, "headline": spans[0]["span"],
            "paragraphs": paragraphs, "sentences": spans, "tokens": tokens, "credits": records}


def span_of(side, words):
    begin = len(side["text"][:side["text"].index(words)].encode())
    return [begin, begin + len(words.encode())]


def token_at(side, offset):
    return next(i for i, (begin, _) in enumerate(side["tokens"]) if begin == offset)


def bitext(name, source, target, beads, findings=(), mentions=(), words=()):
    """`findings`: category, severity, source words, target words. `mentions`: kind, source words,
    target words; each a pair, or without partner where one is empty. `words`: pairs."""
    out = {"schema": "calque/bitext/1", "id": name, "score": 0.97, "source": source, "target": target,
           "beads": [{"source": s, "target": t, "score": p, "crossing": c} for s, t, p, c in beads],
           "words": [], "source_mentions": [], "target_mentions": [], "entities": [], "findings": []}
    for left, right in words:
        out["words"].append([token_at(source, span_of(source, left)[0]),
                             token_at(target, span_of(target, right)[0]), 0.9])
    out["words"].sort()
    for kind, left, right in mentions:
        for side, text in ((source, left), (target, right)):
            if text:
                key = "source_mentions" if side is source else "target_mentions"
                out[key].append({"span": span_of(side, text), "kind": kind, "key": f"{kind}:{text}"})
        if left and right:
            out["entities"].append({"source": len(out["source_mentions"]) - 1, "score": 0.9,
                                    "target": len(out["target_mentions"]) - 1, "evidence": "name-list"})
    for category, severity, left, right in findings:
        finding = {"category": category, "severity": severity, "probability": 0.8,
                   "message": f"{category} of {left or right}"}
        if left:
            finding["source"] = span_of(source, left)
        if right:
            finding["target"] = span_of(target, right)
        out["findings"].append(finding)
    return out


def ferry(editor="Tom Ashby"):
    """1-1, 2-1, 1-0 and crossing beads, names, a number, findings, credits, a hostile headline.
    With another editor it is another bitext, whose page keeps a review of its own."""
    source = document("ferry-en", "en", [
        "Ferry strike " + HOSTILE, "Unions in Beijing met Anna Holt.", "They talked for 12 hours.",
        "Shares fell.", "The port opens Monday.", "The mayor spoke first."],
        [("reporter", "Mara Quillen"), ("reporter", "Mara Quillen", "Oslo"), ("editor", editor)])
    target = document("ferry-fr", "fr", [
        "Grève des ferries " + HOSTILE, "Les syndicats ont rencontré Anna Holt à Pékin pendant 13 heures.",
        "Le maire a parlé en premier.", "Le port ouvre lundi."], [("translator", "Élise Noë")])
    beads = [([0, 1], [0, 1], .99, False), ([1, 3], [1, 2], .93, False), ([3, 4], [2, 2], .9, False),
             ([4, 5], [3, 4], .97, True), ([5, 6], [2, 3], .95, True)]
    return bitext("ferry", source, target, beads, findings=[
        ("number-changed", "critical", "12", "13"), ("omission", "major", "Shares fell.", ""),
        ("quotation", "minor", "spoke", "Le maire a parlé en premier."),
        ("credit-missing", "major", "Mara Quillen", "")], mentions=[
            ("place", "Beijing", "Pékin"), ("person", "Anna Holt", "Anna Holt"), ("number", "12", "")],
        words=[("Unions", "syndicats"), ("met", "rencontré"), ("port", "port"), ("mayor", "maire")])


def long_bitext(count):
    words = "the port of the town opens again on Monday after a strike of three weeks".split()
    sentences = [" ".join(words[i % 7:]) + f" number {i}." for i in range(count)]
    source, target = document("long-en", "en", sentences), document("long-fr", "fr", sentences)
    out = bitext("long", source, target, [([i, i + 1], [i, i + 1], .9, False) for i in range(count)])
    out["words"] = [[i, i, .9] for i in range(len(source["tokens"]))]
    return out


def pages(command, folder, bitexts, name="page"):
    """Writes the bitexts and their page; the path of the page."""
    corpus = pathlib.Path(folder, name + ".jsonl")
    corpus.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in bitexts), "utf-8")
    page = corpus.with_suffix(".html")
    subprocess.run([command, "convert", "--quiet", corpus, "--output", page], check=True)
    return page
