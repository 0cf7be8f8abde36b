"""calque: aligns news dispatches with their translations.

    import calque
    engine = calque.Engine(source_language="en", target_language="fr")
    bitext = engine.align("dispatch-en.txt", "dispatch-fr.txt")
    for finding in bitext["findings"]:
        print(finding["severity"], finding["message"])

A bitext is a dict of schema `calque/bitext/1` (corpora/schema/bitext-1.schema.json). Every offset
counts bytes of the UTF-8 text of its side; `text_at` gives the text of a span. Any number of
threads may use an Engine at the same time; the interpreter's lock is released while it works.
Ctrl-C stops `learn`; it waits for the end of every other call.
"""

from __future__ import annotations

import json
import os
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypedDict, Union

from . import _calque
from ._calque import Error, __version__

__all__ = ["Bead", "Bitext", "Bitexts", "Diagnostic", "Engine", "Entities", "Error", "Mention",
           "Segments", "Sentence", "__version__", "learn", "read", "read_beads", "text_at", "write"]

Path = Union[str, "os.PathLike[str]"]
Bitext = dict[str, Any]


class Sentence(TypedDict):
    """`begin` and `end` count bytes of UTF-8; `confidence` is the probability that the boundary
    after the sentence is right."""

    begin: int
    end: int
    paragraph: int
    kind: str
    confidence: float
    text: str


class Segments(TypedDict):
    language: str
    text: str
    sentences: list[Sentence]


class Mention(TypedDict):
    """`key` is the same for all mentions of one entity or value, in any language."""

    begin: int
    end: int
    kind: str
    key: str
    probability: float
    text: str


class Entities(TypedDict):
    language: str
    text: str
    mentions: list[Mention]


class Bead(TypedDict):
    """One bead of a bitext; the text of a side without sentences is empty."""

    bitext: str
    bead: int
    source: str
    target: str
    score: float
    crossing: bool
    source_language: str
    target_language: str
    source_credits: list[str]
    target_credits: list[str]


class Diagnostic(TypedDict):
    """What a reader had to leave out. `code` is stable, `message` for people; `name`, `line` and
    `column` are its place, empty and 0 where it is not known."""

    code: str
    message: str
    name: str
    line: int
    column: int


def _path(path: Path) -> bytes:
    """The name as the system has it. The system would silently cut it off at a NUL."""
    name = os.fsencode(path)
    if b"\0" in name:
        raise ValueError("embedded null byte in the name of a file")
    return name


def _data_directory(named: Path) -> bytes:
    """A wheel carries its own data; CALQUE_DATA takes precedence."""
    inside = pathlib.Path(__file__).parent / "data"
    if not named and not os.environ.get("CALQUE_DATA") and inside.is_dir():
        return os.fsencode(inside)
    return _path(named)


def _utf8(text: str) -> bytes:
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    return text.encode()


def _str(name: str, value: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{name} is a str, not {type(value).__name__}")
    return value


def _lines(sentences: Iterable[str]) -> bytes:
    if isinstance(sentences, str):
        raise TypeError("sentences come one by one; align_texts takes a text that is to be split")
    lines = [_utf8(sentence) for sentence in sentences]
    if any(b"\n" in line or b"\r" in line for line in lines):
        raise ValueError("a sentence has a line break in it")
    return b"".join(line + b"\n" for line in lines)


def _json(bitext: Bitext) -> bytes:
    return json.dumps(bitext, ensure_ascii=False, allow_nan=False).encode()


def _load(text: str) -> Bitext:
    bitext: Bitext = json.loads(text)
    return bitext


class Engine:
    """Aligns and checks documents. It keeps the data of the languages it has met, and their models,
    in memory. Raises Error if they are missing or damaged."""

    def __init__(self, *, source_language: str = "", target_language: str = "", model: Path = "",
                 use_model: bool = True, input: str = "", adapt: bool = False,
                 find_moved: bool = False, stop_after_beads: bool = False,
                 find_departures: bool = True, split_every_paragraph: bool = False,
                 keep_quotations_whole: bool = False, check_out_of_context: bool = False,
                 least_probability: float = 0.5, glossary: Path = "",
                 names: Sequence[Path] = (), data_directory: Path = "") -> None:
        """Every argument is optional.

        source_language, target_language: BCP 47 tags; detected if empty.
        model: a file that `learn` wrote; if empty, the model shipped for the language pair.
        use_model: if false, align by lengths, numbers, cognates and the texts themselves.
        input: name of the input format; recognised by content if empty.
        adapt: also learn words from the two texts, in addition to the model.
        find_moved: pair sentences that the translation moved, as beads marked `crossing`.
        stop_after_beads: leave out words, mentions, entity links and findings.
        find_departures: fill in the findings.
        split_every_paragraph: also split furniture and credit lines into sentences.
        keep_quotations_whole: treat a quotation of several sentences as one sentence.
        check_out_of_context: check each bead by itself, for unrelated pairs of sentences.
        least_probability: leave out findings that are less probable.
        glossary: a TSV or TBX file.
        names: further lists of names, as `calque learn --names` writes them.
        data_directory: if empty, the data are found where calque was installed."""
        if isinstance(names, (str, bytes, os.PathLike)):
            raise TypeError("names is a sequence of files; put a single one into a list")
        options = _calque.EngineOptions()
        for name, value in {
                "data_directory": _data_directory(data_directory), "input": input,
                "source_language": source_language, "target_language": target_language,
                "model": _path(model), "use_model": use_model, "adapt": adapt,
                "find_moved": find_moved, "stop_after_beads": stop_after_beads,
                "find_departures": find_departures,
                "split_every_paragraph": split_every_paragraph,
                "keep_quotations_whole": keep_quotations_whole,
                "check_out_of_context": check_out_of_context,
                "least_probability": float(least_probability), "glossary": _path(glossary),
                "names": [_path(path) for path in names]}.items():
            try:
                setattr(options, name, value)
            except TypeError:
                kind = type(getattr(options, name)).__name__
                raise TypeError(f"{name} is a {kind}, not {type(value).__name__}") from None
        self._engine = _calque.Engine(options)

    def align(self, source: Path, target: Path) -> Bitext:
        """Aligns two files in any input format: beads, word links, mentions, entity links and
        findings."""
        return _load(self._engine.align_files(_path(source), _path(target)))

    def align_texts(self, source: str, target: str) -> Bitext:
        """The same for two texts."""
        return _load(self._engine.align_texts(_utf8(source), _utf8(target)))

    def align_lines(self, source: Iterable[str], target: Iterable[str]) -> Bitext:
        """The same for two texts that are already split into sentences. Empty ones are kept."""
        return _load(self._engine.align_lines(_lines(source), _lines(target)))

    def check(self, bitext: Bitext) -> Bitext:
        """Keeps the beads of a bitext, and finds everything else anew. A side in no known language,
        "und", is taken for the engine's, or else for the one that its text is surely in."""
        return _load(self._engine.check(_json(bitext)))

    def remarks(self, bitext: Bitext) -> list[str]:
        """What to know about how this engine made `bitext`, one line each: that it had no model for
        the languages, or another one than was named; that the texts do not look like translations;
        that one of them has no sentence. (What was noticed as a document was read is in its
        `diagnostics`.)"""
        return self._engine.remarks(_json(bitext))

    def segment(self, text: str, side: str = "source") -> Segments:
        """The sentences of a document. `side`, "source" or "target", says which of the engine's
        languages it is in."""
        return self._engine.segment(_utf8(text), _str("side", side))  # type: ignore[return-value]

    def entities(self, text: str, side: str = "source") -> Entities:
        """The names and values of a document; `side` as for `segment`."""
        return self._engine.entities(_utf8(text), _str("side", side))  # type: ignore[return-value]


class Bitexts(Iterator[Bitext]):
    """The bitexts of a file, one at a time, as `read` gives them. Threads may share it."""

    def __init__(self, reader: _calque.Reader) -> None:
        self._reader = reader

    def __next__(self) -> Bitext:
        return _load(next(self._reader))

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What had to be left out so far, one entry for each kind; complete at the end."""
        return self._reader.diagnostics()  # type: ignore[return-value]


def read(path: Path, format: str = "", *, source_language: str = "",
         target_language: str = "") -> Bitexts:
    """Reads the bitexts of a file one at a time, in any format that `calque convert` reads. The
    languages are needed if the file has more than two to choose from; where neither it nor they
    name one, it is "und". Raises Error at once if the file cannot be opened."""
    return Bitexts(_calque.Reader(_path(path), _str("format", format),
                                  _str("source_language", source_language),
                                  _str("target_language", target_language)))


def text_at(document: dict[str, Any], span: Sequence[int]) -> str:
    """The text of bytes `[begin, end)` of one side of a bitext."""
    text: str = document["text"]
    return text.encode()[span[0]:span[1]].decode()


def _credits(document: dict[str, Any]) -> list[str]:
    return [f"{credit['role']}: {credit['name']}" for credit in document.get("credits", [])]


def _text_of(document: dict[str, Any], text: bytes, sentences: Sequence[int]) -> str:
    if sentences[0] == sentences[1]:
        return ""
    spans = [each["span"] for each in document["sentences"][sentences[0]:sentences[1]]]
    return text[spans[0][0]:spans[-1][1]].decode()


def read_beads(path: Path, format: str = "", *, source_language: str = "", target_language: str = "",
               least_score: float = 0.0, null_beads: bool = False) -> Iterator[Bead]:
    """Reads the beads of a file one at a time, each as a flat dict that always has the same keys:

        datasets.Dataset.from_generator(calque.read_beads, gen_kwargs={"path": "corpus.tmx"})

    Leaves out beads that score below `least_score` and, unless `null_beads` is true, those with an
    empty side."""
    bitexts = read(path, format, source_language=source_language, target_language=target_language)
    return _beads(bitexts, least_score, null_beads)


def _beads(bitexts: Iterable[Bitext], least_score: float, null_beads: bool) -> Iterator[Bead]:
    for bitext in bitexts:
        source, target = bitext["source"], bitext["target"]
        texts = source["text"].encode(), target["text"].encode()
        credits = _credits(source), _credits(target)
        for number, bead in enumerate(bitext["beads"]):
            source_text = _text_of(source, texts[0], bead["source"])
            target_text = _text_of(target, texts[1], bead["target"])
            score = float(bead.get("score", 0.0))
            if score < least_score or not (null_beads or (source_text and target_text)):
                continue
            yield {"bitext": bitext["id"], "bead": number, "source": source_text,
                   "target": target_text, "score": score, "crossing": bead.get("crossing", False),
                   "source_language": source["language"], "target_language": target["language"],
                   "source_credits": list(credits[0]), "target_credits": list(credits[1])}


def write(bitexts: Iterable[Bitext], path: Path, format: str = "") -> list[str]:
    """Writes bitexts to `path`, complete or not at all, in the format `format` or that of its
    suffix. Returns what the format could not hold, one line for each kind; keys that the schema does
    not know are left out without a word."""
    if isinstance(bitexts, dict):
        raise TypeError("write takes bitexts one by one; put a single one into a list")
    return _calque.write((_json(bitext) for bitext in bitexts), _path(path), _str("format", format))


def learn(pairs: Iterable[tuple[str, str]], output: Path, *, source_language: str,
          target_language: str, notice: str = "", data_directory: Path = "") -> int:
    """Trains a model on pairs of sentences and writes it to `output`. Returns the number of pairs.
    `notice` is stored in the model: origin and licences of the pairs. Raises TypeError for anything
    that is not a pair of texts, and Error, before it takes the first pair, if a language is not a
    tag or `output` cannot be written."""
    return _calque.learn(pairs, _path(output), _str("source_language", source_language),
                         _str("target_language", target_language), _utf8(notice),
                         _data_directory(data_directory))
