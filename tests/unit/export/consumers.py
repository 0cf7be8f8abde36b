#!/usr/bin/env python3
"""consumers.py CHECK WRITE_CORPORA SOURCE_DIRECTORY: other people's programs open our files.

Each check runs one program of Debian over the corpora that write_corpora makes. Exit code 77, with
the reason, where the program or the shared data are absent."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PLAIN_UNITS = 3  # the null bead is left out
SKIPPED = 77


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def need_program(name, package):
    if shutil.which(name) is None:
        skip(f"{name} is absent (Debian package {package})")


def shared_format(name):
    path = SOURCE.parent / "shared" / "data" / "formats" / name
    if not path.exists():
        skip(f"shared data absent: {path}")
    return path


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def expect(actual, expected):
    assert actual == expected, f"expected {expected!r}, got {actual!r}"


def master_units(stem):
    """(source, target) of every bead with text on both sides, from the master file."""
    units = []
    for line in (CORPORA / "jsonl" / f"{stem}.jsonl").read_text("utf-8").split("\n")[:-1]:
        bitext = json.loads(line)
        for bead in bitext["beads"]:
            sides = []
            for side in ("source", "target"):
                text = bitext[side]["text"].encode()
                first, last = bead[side]
                spans = [s["span"] for s in bitext[side]["sentences"][first:last]]
                sides.append([text[b:e].decode() for b, e in spans])
            units.append(sides)
    return units


def schema_validator(name):
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is absent")
    schema = json.loads((SOURCE / "corpora/schema" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check_review_schema():
    validator = schema_validator("review-1.schema.json")
    review = json.loads((SOURCE / "tests/golden/convert-review/pair.review.json").read_text("utf-8"))
    validator.validate(review)
    review["findings"][0]["mark"] = "perhaps"
    assert not validator.is_valid(review), "the schema accepts an unknown mark"


def check_jsonl_schema():
    validator = schema_validator("bitext-1.schema.json")
    count = 0
    for stem in ("plain", "hostile"):
        for line in (CORPORA / "jsonl" / f"{stem}.jsonl").read_text("utf-8").splitlines():
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


def check_tmx_dtd():
    need_program("xmllint", "libxml2-utils")
    dtd = shared_format("tmx/tmx14.dtd")
    for stem in ("plain", "hostile"):
        run("xmllint", "--noout", "--nonet", "--dtdvalid", dtd, CORPORA / f"tmx/{stem}.tmx")


def check_tmx_xsd():
    need_program("xmllint", "libxml2-utils")
    xsd = shared_format("tmx/tmx14.xsd")
    for stem in ("plain", "hostile"):
        run("xmllint", "--noout", "--nonet", "--schema", xsd, CORPORA / f"tmx/{stem}.tmx")


def tmx_units(stem):
    return (CORPORA / f"tmx/{stem}.tmx").read_text("utf-8").count("</tu>")


def check_tmx_translate_toolkit():
    try:
        from translate.storage import factory
    except ImportError:
        skip("python3-translate is absent")
    for stem in ("plain", "hostile"):
        store = factory.getobject(str(CORPORA / f"tmx/{stem}.tmx"))
        expect(len(store.units), tmx_units(stem))
        assert all(unit.istranslated() for unit in store.units), "a unit is not translated"
    store = factory.getobject(str(CORPORA / "tmx/plain.tmx"))
    expect(len(store.units), PLAIN_UNITS)
    expect(store.units[0].source, "Ferry line adds two ships & a quay")
    expect(store.units[0].target, "Deux navires et un quai pour les ferries")


def check_tmx_pocount():
    need_program("pocount", "translate-toolkit")
    rows = run("pocount", "--csv", CORPORA / "tmx/plain.tmx").strip().split("\n")
    count = dict(zip(rows[0].split(","), rows[1].split(",")))
    translated = next(v for k, v in count.items() if k.strip().startswith("Translated Messages"))
    expect(int(translated), PLAIN_UNITS)


def check_tmx_perl():
    script = 'XML::TMX::Reader->new($ARGV[0])->for_tu(sub{$n++}); print $n'
    probe = subprocess.run(["perl", "-MXML::TMX::Reader", "-e", "1"], capture_output=True)
    if probe.returncode != 0:
        skip("XML::TMX::Reader is absent (Debian package libxml-tmx-perl)")
    for stem in ("plain", "hostile"):
        count = run("perl", "-MXML::TMX::Reader", "-e", script, CORPORA / f"tmx/{stem}.tmx")
        expect(int(count), tmx_units(stem))


OMEGAT_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>fr</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def check_tmx_omegat():
    jar = pathlib.Path("/usr/share/omegat/OmegaT.jar")
    if not jar.exists() or shutil.which("java") is None:
        skip("OmegaT is absent (Debian packages omegat, default-jre-headless)")
    units = [(" ".join(s), " ".join(t)) for s, t in master_units("plain") if s and t]
    units = [tuple(side.replace("\n", " ") for side in unit) for unit in units]
    project = CORPORA / "omegat"
    for folder in ("source", "tm/auto", "target", "glossary", "dictionary", "omegat", "home"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(OMEGAT_PROJECT)
    # OmegaT's text filter takes what stands between empty lines as one segment.
    (project / "source" / "text.utf8").write_text("\n\n".join(s for s, _ in units), "utf-8")
    shutil.copy(CORPORA / "tmx/plain.tmx", project / "tm/auto")
    run("java", f"-Duser.home={project}/home", "-Djava.awt.headless=true", "-jar", jar, project,
        "--mode=console-translate", f"--config-dir={project}/home",
        env={**os.environ, "HOME": str(project / "home")}, timeout=120)
    translated = (project / "target" / "text.utf8").read_text("utf-8").split("\n\n")
    expect(translated, [t for _, t in units])


def check_moses_lines():
    for stem in ("plain", "hostile"):
        folder = CORPORA / "moses"
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
        rows = (CORPORA / f"tsv/{stem}.tsv").read_text("utf-8").splitlines()
        widths = {len(row.split("\t")) for row in rows}
        expect(widths, {18})
    rows = (CORPORA / "tsv/plain.tsv").read_text("utf-8").splitlines()
    first = dict(zip(rows[0].split("\t"), rows[1].split("\t")))
    expect(first["source_credits"],
           "agency: Acme; reporter: Mara Quillen (Northport); editor: Tom Ashby")
    expect(len(rows), 1 + PLAIN_UNITS)


def xmllint(schema, path):
    need_program("xmllint", "libxml2-utils")
    run("xmllint", "--noout", "--nonet", "--schema", shared_format(schema), path)


def check_xliff12_schema():
    for stem in ("plain", "hostile"):
        xmllint("xliff12/xliff-core-1.2-strict.xsd", CORPORA / f"xliff12/{stem}.xliff12")


def check_xliff21_schema():
    for stem in ("plain", "hostile"):
        xmllint("xliff21/driver-all-modules.xsd", CORPORA / f"xliff21/{stem}.xliff21")


def check_xliff12_translate_toolkit():
    try:
        from translate.storage import xliff
    except ImportError:
        skip("python3-translate is absent")
    for stem in ("plain", "hostile"):
        path = CORPORA / f"xliff12/{stem}.xliff12"
        store = xliff.xlifffile.parsefile(str(path))
        expect(len(store.units), path.read_text("utf-8").count("<trans-unit"))
        assert all(unit.istranslated() for unit in store.units), "a unit is not translated"
    expect(len(xliff.xlifffile.parsefile(str(CORPORA / "xliff12/plain.xliff12")).units), PLAIN_UNITS)


def check_xliff12_pocount():
    need_program("pocount", "translate-toolkit")
    path = CORPORA / "plain.xlf"
    shutil.copy(CORPORA / "xliff12/plain.xliff12", path)
    rows = run("pocount", "--csv", path).strip().split("\n")
    count = dict(zip(rows[0].split(","), rows[1].split(",")))
    translated = next(v for k, v in count.items() if k.strip().startswith("Translated Messages"))
    expect(int(translated), PLAIN_UNITS)


def check_brat_offsets():
    """Every annotation names the text at its offsets, in code points as Python counts them."""
    annotations = 0
    for path in sorted((CORPORA / "brat").glob("*.ann")):
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
    pairs = (CORPORA / "brat/plain.pairs.tsv").read_text("utf-8").split("\n")
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
        source = conllu_sentences(CORPORA / f"conllu/{stem}.en.conllu")
        target = conllu_sentences(CORPORA / f"conllu/{stem}.fr.conllu")
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
        folder = CORPORA / "pharaoh"
        rows = [(folder / f"{stem}.{end}").read_bytes().decode().split("\n")[:-1]
                for end in ("pharaoh", "en", "fr")]
        expect(len({len(lines) for lines in rows}), 1)
        for links, source, target in zip(*rows):
            pairs = [tuple(map(int, link.split("-"))) for link in links.split()]
            expect(pairs, sorted(pairs))
            for i, j in pairs:
                assert i < len(source.split(" ")) and j < len(target.split(" ")), links


def check_conll_tags():
    for path in (CORPORA / "conll").iterdir():
        before = "O"
        for line in path.read_bytes().decode().split("\n"):
            tag = line.split("\t")[1] if line else "O"
            if tag.startswith("I-"):
                expect(before[2:], tag[2:])
            before = tag


def check_bitextor_columns():
    rows = (CORPORA / "bitextor/plain.bitextor").read_text("utf-8").splitlines()
    expect(rows[0].split("\t")[:5], ["src_url", "trg_url", "src_text", "trg_text", "aligner_score"])
    expect({len(row.split("\t")) for row in rows}, {18})
    expect(rows[1].split("\t")[:2], ["ferry.en.txt", "ferry.fr.txt"])


def check_hf_dataset():
    for stem in ("plain", "hostile"):
        folder = CORPORA / f"hf/{stem}.hf"
        rows = [json.loads(line) for line in (folder / "train.jsonl").read_text("utf-8").split("\n")[:-1]]
        assert rows and all(set(row["translation"]) == {"en", "fr"} for row in rows)
        assert all(set(row) == {"id", "translation", "score", "meta"} for row in rows)
        card = (folder / "README.md").read_text("utf-8")
        assert card.startswith("---\n") and f"{len(rows)} beads" in card, card
    card = (CORPORA / "hf/plain.hf/README.md").read_text("utf-8")
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
    import xml.etree.ElementTree as tree
    links = 0
    for stem in ("plain", "hostile"):
        folder = CORPORA / "xces"
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
    import xml.etree.ElementTree as tree
    tei = "{http://www.tei-c.org/ns/1.0}"
    identifier = "{http://www.w3.org/XML/1998/namespace}id"
    for stem in ("plain", "hostile"):
        root = tree.parse(CORPORA / f"tei/{stem}.tei").getroot()
        ids = [s.get(identifier) for s in root.iter(tei + "s")]
        expect(len(ids), len(set(ids)))
        for link in root.iter(tei + "link"):
            pointers = link.get("target").split()
            assert len(pointers) >= 2 and {p[1:] for p in pointers} <= set(ids), pointers
    root = tree.parse(CORPORA / "tei/plain.tei").getroot()
    names = [e.find(tei + "name").text for e in root.iter(tei + "editor") if e.get("role") == "translator"]
    expect(names, ["Élise Noë", "Élise Noë"])


if __name__ == "__main__":
    check, writer, source = sys.argv[1:]
    SOURCE = pathlib.Path(source)
    with tempfile.TemporaryDirectory(prefix="calque-consumers-") as scratch:
        CORPORA = pathlib.Path(scratch)
        subprocess.run([writer, scratch], check=True, stdout=subprocess.DEVNULL)
        globals()["check_" + check]()
