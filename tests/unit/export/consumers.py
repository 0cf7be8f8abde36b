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


def check_jsonl_schema():
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is absent")
    schema = json.loads((SOURCE / "corpora/schema/bitext-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
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


if __name__ == "__main__":
    check, writer, source = sys.argv[1:]
    SOURCE = pathlib.Path(source)
    with tempfile.TemporaryDirectory(prefix="calque-consumers-") as scratch:
        CORPORA = pathlib.Path(scratch)
        subprocess.run([writer, scratch], check=True, stdout=subprocess.DEVNULL)
        globals()["check_" + check]()
