"""The openly licensed text that lists of words are made from, as sentences of tokens."""
import collections
import lzma
import re

# Sentence pairs: file, one pair in how many is taken. Of the laws a small part is enough.
TEXTS = [("tatoeba", 1), ("tico19", 1), ("rust_book", 1), ("django_docs", 2), ("python_docs", 2),
         ("php_docs", 3), ("laws", 12)]
TAGGED = {"en": ["wikigold-en.train.bio", "uner-ewt-en.train.bio"],
          "fr": ["newseye-fr.train.bio", "europeana-fr.bio.xz"]}
TOKEN = re.compile(r"\w+['’](?=\w)|['’]s\b|\w+(?:[-.]\w+)*|[^\w\s]")


def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else \
        open(path, encoding="utf-8")


def pairs(folder, language):
    column = 0 if language == "en" else 1
    for name, stride in TEXTS:
        with open_text(folder / f"{name}.tsv.xz") as file:
            for number, line in enumerate(file):
                if number % stride == 0:
                    yield TOKEN.findall(line.rstrip("\n").split("\t")[column])


def tagged(folder, language):
    for name in TAGGED[language]:
        with open_text(folder / "ner" / name) as file:
            sentence = []
            for line in file:
                if line.strip():
                    sentence.append(line.split()[0])
                elif sentence:
                    yield sentence
                    sentence = []


def tidy(text):
    return re.sub(r"\d", "0", text.replace("’", "'"))


def read(sentences):
    """Tidy sentences, the first word in lower case where the text writes it so more often."""
    texts = [[tidy(token) for token in tokens] for tokens in sentences]
    counts = collections.Counter(token for tokens in texts for token in tokens[1:])
    for tokens in texts:
        if tokens and counts[tokens[0].lower()] >= counts[tokens[0]]:
            tokens[0] = tokens[0].lower()
    return texts
