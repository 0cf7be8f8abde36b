#!/usr/bin/env python3
"""`calque learn` reads one text in every form it may come in, and makes one model of all of them.

usage: learn_forms.py CALQUE

The pairs of an invented text are learnt from TSV, a Moses pair, TMX and JSON Lines, plain and in
every compression; the model must be the same, byte for byte, also when it is learnt again. Then the
model is cut short, damaged, made foreign and dated to the future: `align` must refuse each and say
what to do.
"""
import bz2
import gzip
import lzma
import pathlib
import random
import subprocess
import sys
import tempfile

LANGUAGES = ["--source-language", "en", "--target-language", "fr"]
BAD_INPUT = 65
NOUNS = [("ships", "navires"), ("doctors", "médecins"), ("markets", "marchés"), ("banks", "banques")]
VERBS = [("left", "partirent"), ("returned", "revinrent"), ("waited", "attendirent"), ("fell", "tombèrent")]


def run(calque, *arguments):
    return subprocess.run([calque, *map(str, arguments)], capture_output=True, text=True)


def pairs():
    rng = random.Random(3)
    lines = [f"The {a} {b}.\tLes {c} {d}.\n" for a, c in NOUNS for b, d in VERBS] * 2
    rng.shuffle(lines)
    return "".join(lines)


def forms(calque, folder):
    """The files to learn from: one text in all forms."""
    tsv = folder / "pairs.tsv"
    tsv.write_text(pairs(), encoding="utf-8")
    yield tsv
    for name in ("pairs.tmx", "pairs.moses", "pairs.jsonl", "pairs.tmx.gz", "pairs.jsonl.xz", "pairs.tsv.zst"):
        made = run(calque, "convert", tsv, "-o", folder / name, *LANGUAGES)
        if made.returncode != 0:
            sys.exit(f"convert to {name} failed: {made.stderr}")
        yield folder / name
    for suffix, pack in ((".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress)):
        packed = folder / f"packed.tsv{suffix}"
        packed.write_bytes(pack(tsv.read_bytes()))
        yield packed


def spoilt(model):
    """Name, bytes and what the message must hold."""
    flipped = bytearray(model)
    flipped[len(model) // 2] ^= 1
    future = bytearray(model)
    future[8] += 1
    yield "damaged", bytes(flipped), "is damaged"
    yield "truncated", model[: len(model) * 2 // 3], "copy the model again"
    yield "header", model[:20], "is cut short"
    yield "foreign", b"PK\x03\x04" + model[4:], "is not a calque model"
    yield "future", bytes(future), "update calque"
    yield "empty", b"", "is not a calque model"


def main():
    calque = str(pathlib.Path(sys.argv[1]).resolve())
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        models = {}
        files = list(forms(calque, folder))
        for file in [*files, files[0]]:
            learnt = run(calque, "learn", file, "-o", folder / "model.calque", *LANGUAGES, "--quiet")
            if learnt.returncode != 0:
                failed.append(f"{file.name}: exit {learnt.returncode}: {learnt.stderr}")
                continue
            model = (folder / "model.calque").read_bytes()
            if models.setdefault("model", model) != model:
                failed.append(f"{file.name}: another model than from {files[0].name}")
        lines = folder / "lines"
        lines.write_text("The ships left.\n", encoding="utf-8")
        for what, data, message in spoilt(models["model"]):
            path = folder / f"{what}.calque"
            path.write_bytes(data)
            done = run(calque, "align", "--input", "lines", lines, lines, *LANGUAGES, "--model", path)
            if done.returncode != BAD_INPUT or message not in done.stderr or path.name not in done.stderr:
                failed.append(f"{what} model: exit {done.returncode}, said: {done.stderr}")
    print("\n".join(failed) or f"{len(files)} forms give one model; spoilt models are refused")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
