"""What reads corpora, over every format that is no exchange format of translators."""
import json
import xml.etree.ElementTree as tree

from consumer_support import PLAIN_UNITS, Place, expect, schema_validator, skip


def check_review_schema():
    validator = schema_validator("review-1.schema.json")
    review = json.loads((Place.source / "tests/golden/convert-review/pair.review.json").read_text("utf-8"))
    validator.validate(review)
    review["findings"][0]["mark"] = "perhaps"
    assert not validator.is_valid(review), "the schema accepts an unknown mark"


def check_jsonl_schema():
    validator = schema_validator("bitext-1.schema.json")
    count = 0
    for stem in ("plain", "hostile"):
        for line in (Place.corpora / "jsonl" / f"{stem}.jsonl").read_text("utf-8").splitlines():
            bitext = json.loads(line)
            validator.validate(bitext)
            count += 1
            for side in ("source", "target"):
                text = bitext[side]["text"].encode()
                for mention in bitext[f"{side}_mentions"]:
                    begin, end = mention["span"]
                    expect(text[begin:end].decode(), mention["text"])
    expect(count, 52)
    del bitext["source"]["text"]
    assert not validator.is_valid(bitext), "the schema accepts a document without text"


def check_moses_lines():
    for stem in ("plain", "hostile"):
        folder = Place.corpora / "moses"
        texts = [(folder / f"{stem}.{end}").read_bytes()
                 for end in ("en", "fr", "ids", "meta.jsonl")]
        lines = {data.count(b"\n") for data in texts}
        expect(len(lines), 1)
        for data in texts:
            # str.splitlines knows more line ends than any other reader.
            rows = data.decode().splitlines()
            expect(len(rows), lines.copy().pop())
        for data in texts[:2]:
            assert all(row.strip() for row in data.decode().split("\n")[:-1]), "an empty line"


def check_tsv_columns():
    for stem in ("plain", "hostile"):
        rows = (Place.corpora / f"tsv/{stem}.tsv").read_text("utf-8").splitlines()
        widths = {len(row.split("\t")) for row in rows}
        expect(widths, {18})
    rows = (Place.corpora / "tsv/plain.tsv").read_text("utf-8").splitlines()
    first = dict(zip(rows[0].split("\t"), rows[1].split("\t")))
    expect(first["source_credits"],
           "agency: Acme; reporter: Mara Quillen (Northport); editor: Tom Ashby")
    expect(len(rows), 1 + PLAIN_UNITS)


def check_brat_offsets():
    """Every annotation names the text at its offsets, in code points as Python counts them."""
    annotations = 0
    for path in sorted((Place.corpora / "brat").glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode()
        for line in path.read_bytes().decode().split("\n"):
            if not line.startswith("T"):
                continue
            _, places, quoted = line.split("\t", 2)
            spans = [span.split(" ") for span in places.split(" ", 1)[1].split(";")]
            parts = [text[int(begin):int(end)] for begin, end in spans]
            expect(" ".join(parts), quoted)
            assert not any("\n" in part for part in parts), "an annotation over a line break"
            annotations += 1
    assert annotations > 100, annotations
    pairs = (Place.corpora / "brat/plain.pairs.tsv").read_text("utf-8").split("\n")
    expect(pairs[1].split("\t"), ["1", "ferry", "T1", "T2", "person", "0.99", "Ada Brandt", "Ada Brandt"])


def conllu_sentences(path):
    """(comments, rows) of each sentence; strict about the form."""
    sentences = []
    for block in path.read_bytes().decode().split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("# ")]
        rows = [line.split("\t") for line in lines if not line.startswith("# ")]
        assert rows and all(len(row) == 10 and all(row) for row in rows), block
        expect([row[0] for row in rows], [str(i + 1) for i in range(len(rows))])
        sentences.append((dict(c[2:].split(" = ", 1) for c in comments), rows))
    return sentences


def misc(row):
    return dict(item.split("=", 1) for item in row[9].split("|")) if row[9] != "_" else {}


def check_conllu_reparsed():
    links = 0
    for stem in ("plain", "hostile"):
        source = conllu_sentences(Place.corpora / f"conllu/{stem}.en.conllu")
        target = conllu_sentences(Place.corpora / f"conllu/{stem}.fr.conllu")
        expect([c["sent_id"] for c, _ in source], [c["sent_id"] for c, _ in target])
        for (comments, rows), (others, other_rows) in zip(source, target):
            for own, own_rows in ((comments, rows), (others, other_rows)):
                text = ""
                for row in own_rows:
                    text += row[1] + ("" if misc(row).get("SpaceAfter") == "No" else " ")
                expect(own["text"].strip(), text.strip())
            expect(comments["text_fr"], others["text"])
            for row in rows:
                for link in filter(None, misc(row).get("Align", "").split(",")):
                    i, j = map(int, link.split(":"))
                    expect(str(i), row[0])
                    assert link in misc(other_rows[j - 1])["Align"].split(",")
                    links += 1
    assert links > 3, links


def check_pharaoh_in_bounds():
    for stem in ("plain", "hostile"):
        folder = Place.corpora / "pharaoh"
        rows = [(folder / f"{stem}.{end}").read_bytes().decode().split("\n")[:-1]
                for end in ("pharaoh", "en", "fr")]
        expect(len({len(lines) for lines in rows}), 1)
        for links, source, target in zip(*rows):
            pairs = [tuple(map(int, link.split("-"))) for link in links.split()]
            expect(pairs, sorted(pairs))
            for i, j in pairs:
                assert i < len(source.split(" ")) and j < len(target.split(" ")), links


def check_conll_tags():
    for path in (Place.corpora / "conll").iterdir():
        before = "O"
        for line in path.read_bytes().decode().split("\n"):
            tag = line.split("\t")[1] if line else "O"
            if tag.startswith("I-"):
                expect(before[2:], tag[2:])
            before = tag


def check_bitextor_columns():
    rows = (Place.corpora / "bitextor/plain.bitextor").read_text("utf-8").splitlines()
    expect(rows[0].split("\t")[:5], ["src_url", "trg_url", "src_text", "trg_text", "aligner_score"])
    expect({len(row.split("\t")) for row in rows}, {18})
    expect(rows[1].split("\t")[:2], ["ferry.en.txt", "ferry.fr.txt"])


def check_hf_dataset():
    for stem in ("plain", "hostile"):
        folder = Place.corpora / f"hf/{stem}.hf"
        rows = [json.loads(line) for line in (folder / "train.jsonl").read_text("utf-8").split("\n")[:-1]]
        assert rows and all(set(row["translation"]) == {"en", "fr"} for row in rows)
        assert all(set(row) == {"id", "translation", "score", "meta"} for row in rows)
        card = (folder / "README.md").read_text("utf-8")
        assert card.startswith("---\n") and f"{len(rows)} beads" in card, card
    card = (Place.corpora / "hf/plain.hf/README.md").read_text("utf-8")
    for expected in ("- translator: Élise Noë (1)", "© 2026 Acme; invented, free to use"):
        assert expected in card, card
    try:
        import yaml
    except ImportError:
        skip("python3-yaml is absent; the card's front matter was not parsed")
    front = yaml.safe_load(card.split("---\n")[1])
    expect(front["language"], ["en", "fr"])


def check_xces_links():
    """As OpusTools reads it: both files of a link group by name, sentences by id."""
    links = 0
    for stem in ("plain", "hostile"):
        folder = Place.corpora / "xces"
        for group in tree.parse(folder / f"{stem}.xces").getroot():
            ids = [{s.get("id") for s in tree.parse(folder / group.get(doc)).iter("s")}
                   for doc in ("fromDoc", "toDoc")]
            for link in group:
                sides = link.get("xtargets").split(";")
                expect(len(sides), 2)
                for side, known in zip(sides, ids):
                    assert set(side.split()) <= known, side
                assert 0 <= float(link.get("certainty")) <= 1
                links += 1
        if stem == "plain":
            expect(links, PLAIN_UNITS + 1)


def check_tei_links():
    tei = "{http://www.tei-c.org/ns/1.0}"
    identifier = "{http://www.w3.org/XML/1998/namespace}id"
    for stem in ("plain", "hostile"):
        root = tree.parse(Place.corpora / f"tei/{stem}.tei").getroot()
        ids = [s.get(identifier) for s in root.iter(tei + "s")]
        expect(len(ids), len(set(ids)))
        for link in root.iter(tei + "link"):
            pointers = link.get("target").split()
            assert len(pointers) >= 2 and {p[1:] for p in pointers} <= set(ids), pointers
    root = tree.parse(Place.corpora / "tei/plain.tei").getroot()
    names = [e.find(tei + "name").text for e in root.iter(tei + "editor") if e.get("role") == "translator"]
    expect(names, ["Élise Noë", "Élise Noë"])
