"""Translators' programs over our TMX and XLIFF."""
import os
import pathlib
import shutil
import subprocess

from consumer_support import (PLAIN_UNITS, Place, expect, master_units, need_program, run,
                              shared_format, skip, xmllint)


def check_tmx_dtd():
    need_program("xmllint", "libxml2-utils")
    dtd = shared_format("tmx/tmx14.dtd")
    for stem in ("plain", "hostile"):
        run("xmllint", "--noout", "--nonet", "--dtdvalid", dtd, Place.corpora / f"tmx/{stem}.tmx")


def check_tmx_xsd():
    need_program("xmllint", "libxml2-utils")
    xsd = shared_format("tmx/tmx14.xsd")
    for stem in ("plain", "hostile"):
        run("xmllint", "--noout", "--nonet", "--schema", xsd, Place.corpora / f"tmx/{stem}.tmx")


def tmx_units(stem):
    return (Place.corpora / f"tmx/{stem}.tmx").read_text("utf-8").count("</tu>")


def check_tmx_translate_toolkit():
    try:
        from translate.storage import factory
    except ImportError:
        skip("python3-translate is absent")
    for stem in ("plain", "hostile"):
        store = factory.getobject(str(Place.corpora / f"tmx/{stem}.tmx"))
        expect(len(store.units), tmx_units(stem))
        assert all(unit.istranslated() for unit in store.units), "a unit is not translated"
    store = factory.getobject(str(Place.corpora / "tmx/plain.tmx"))
    expect(len(store.units), PLAIN_UNITS)
    expect(store.units[0].source, "Ferry line adds two ships & a quay")
    expect(store.units[0].target, "Deux navires et un quai pour les ferries")


def translated_units(path):
    """How many units pocount of the Translate Toolkit finds translated."""
    need_program("pocount", "translate-toolkit")
    rows = run("pocount", "--csv", path).strip().split("\n")
    count = dict(zip(rows[0].split(","), rows[1].split(",")))
    return int(next(v for k, v in count.items() if k.strip().startswith("Translated Messages")))


def check_tmx_pocount():
    expect(translated_units(Place.corpora / "tmx/plain.tmx"), PLAIN_UNITS)


def check_tmx_perl():
    script = 'XML::TMX::Reader->new($ARGV[0])->for_tu(sub{$n++}); print $n'
    probe = subprocess.run(["perl", "-MXML::TMX::Reader", "-e", "1"], capture_output=True)
    if probe.returncode != 0:
        skip("XML::TMX::Reader is absent (Debian package libxml-tmx-perl)")
    for stem in ("plain", "hostile"):
        count = run("perl", "-MXML::TMX::Reader", "-e", script, Place.corpora / f"tmx/{stem}.tmx")
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
    project = Place.corpora / "omegat"
    for folder in ("source", "tm/auto", "target", "glossary", "dictionary", "omegat", "home"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(OMEGAT_PROJECT)
    # OmegaT's text filter takes what stands between empty lines as one segment.
    (project / "source" / "text.utf8").write_text("\n\n".join(s for s, _ in units), "utf-8")
    shutil.copy(Place.corpora / "tmx/plain.tmx", project / "tm/auto")
    run("java", f"-Duser.home={project}/home", "-Djava.awt.headless=true", "-jar", jar, project,
        "--mode=console-translate", f"--config-dir={project}/home",
        env={**os.environ, "HOME": str(project / "home")}, timeout=120)
    translated = (project / "target" / "text.utf8").read_text("utf-8").split("\n\n")
    expect(translated, [t for _, t in units])


def check_xliff12_schema():
    for stem in ("plain", "hostile"):
        xmllint("xliff12/xliff-core-1.2-strict.xsd", Place.corpora / f"xliff12/{stem}.xliff12")


def check_xliff21_schema():
    for stem in ("plain", "hostile"):
        xmllint("xliff21/driver-all-modules.xsd", Place.corpora / f"xliff21/{stem}.xliff21")


def check_xliff12_translate_toolkit():
    try:
        from translate.storage import xliff
    except ImportError:
        skip("python3-translate is absent")
    for stem in ("plain", "hostile"):
        path = Place.corpora / f"xliff12/{stem}.xliff12"
        store = xliff.xlifffile.parsefile(str(path))
        expect(len(store.units), path.read_text("utf-8").count("<trans-unit"))
        assert all(unit.istranslated() for unit in store.units), "a unit is not translated"
    expect(len(xliff.xlifffile.parsefile(str(Place.corpora / "xliff12/plain.xliff12")).units), PLAIN_UNITS)


def check_xliff12_pocount():
    path = Place.corpora / "plain.xlf"
    shutil.copy(Place.corpora / "xliff12/plain.xliff12", path)
    expect(translated_units(path), PLAIN_UNITS)
