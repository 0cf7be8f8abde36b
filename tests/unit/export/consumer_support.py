"""What the checks of consumers.py share: the corpora, and how to run and to skip."""
import json
import pathlib
import shutil
import subprocess
import sys

PLAIN_UNITS = 3  # the null bead is left out
SKIPPED = 77


class Place:
    """Where write_corpora wrote, and the source tree."""
    corpora = pathlib.Path()
    source = pathlib.Path()


def skip(reason):
    print("SKIPPED:", reason)
    sys.exit(SKIPPED)


def need_program(name, package):
    if shutil.which(name) is None:
        skip(f"{name} is absent (Debian package {package})")


def shared_format(name):
    path = Place.source.parent / "shared" / "data" / "formats" / name
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
    for line in (Place.corpora / "jsonl" / f"{stem}.jsonl").read_text("utf-8").split("\n")[:-1]:
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
    schema = json.loads((Place.source / "corpora/schema" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def xmllint(schema, path):
    need_program("xmllint", "libxml2-utils")
    run("xmllint", "--noout", "--nonet", "--schema", shared_format(schema), path)
