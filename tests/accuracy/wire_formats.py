#!/usr/bin/env python3
"""The invented ferry dispatch in its wire formats must give one and the same document.

  wire_formats.py CALQUE FOLDER     FOLDER holds ferry.en.txt, ferry.en.g2.xml, …

For each language every file must have the headline, the sentences, the dateline and the persons of
the plain text; what a format has no place for (notes, bylines) is not asked of it. 77 where FOLDER
is absent.
"""
import json
import pathlib
import subprocess
import sys

SUFFIXES = ["anpa", "g2.xml", "gigaword.sgml", "ninjs.json", "nitf.xml", "rcv.xml", "txt"]


def read(command, path):
    """The document as calque models it: a file beside itself gives its bitext."""
    done = subprocess.run([command, "align", "--no-model", "--quiet", "--format", "jsonl", path, path],
                          capture_output=True, check=True)
    return json.loads(done.stdout)["source"]


def model(document):
    text = document["text"].encode()

    def part(span):
        return text[span[0]:span[1]].decode()

    paragraphs = [(p["kind"], part(p["span"])) for p in document["paragraphs"]
                  if p["kind"] not in ("note", "byline")]
    sentences = [part(s["span"] if isinstance(s, dict) else s) for s in document["sentences"]]
    dateline = {name: part(span) for name, span in document["dateline"].items()}
    bylines = [p["span"] for p in document["paragraphs"] if p["kind"] == "byline"]

    def in_byline(credit):
        return any(begin <= credit["span"][0] < end for begin, end in bylines)

    credits = sorted({(c["role"], c["name"], c.get("place", "")) for c in document["credits"] if not in_byline(c)})
    authors = sorted({c["name"] for c in document["credits"]})
    return {"headline": part(document["headline"]), "dateline": dateline, "paragraphs": paragraphs,
            "sentences": sentences, "credits": credits, "persons": authors}


def main():
    command, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not folder.is_dir():
        print(f"SKIPPED: {folder} is absent")
        return 77
    failures = 0
    for language in ("en", "fr"):
        expected = model(read(command, folder / f"ferry.{language}.txt"))
        for suffix in SUFFIXES:
            path = folder / f"ferry.{language}.{suffix}"
            document = read(command, path)
            actual = model(document)
            for name, value in expected.items():
                if actual[name] != value:
                    failures += 1
                    print(f"{path.name}: {name}: {actual[name]!r}, expected {value!r}")
            if suffix != "txt" and document.get("date") != "2026-01-05":
                failures += 1
                print(f"{path.name}: date: {document.get('date')}")
    print(f"{2 * len(SUFFIXES)} files, {failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
