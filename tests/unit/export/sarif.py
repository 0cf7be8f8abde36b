#!/usr/bin/env python3
"""sarif.py CALQUE SOURCE_DIRECTORY: the SARIF logs of `calque check` are what the standard asks.

SCHEMA is the part of SARIF 2.1.0 (OASIS 2020, section 3) that the logs use, every object closed;
the places are looked up in the files that they name. Exit code 77, with the reason, where
python3-jsonschema is absent.
"""
import json
import pathlib
import subprocess
import sys
import urllib.parse

SKIPPED = 77


def closed(required, **members):
    return {"type": "object", "required": required, "properties": members,
            "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITION = {"type": "integer", "minimum": 1}
MESSAGE = closed(["text"], text=TEXT)
LOCATION = closed(
    ["physicalLocation"],
    physicalLocation=closed(
        ["artifactLocation"],
        artifactLocation=closed(["uri"], uri={**TEXT, "pattern": "^[A-Za-z0-9._~/!%-]+$"}),
        region=closed(["startLine"], startLine=POSITION, startColumn=POSITION, endLine=POSITION,
                      endColumn=POSITION)))
RULE = closed(["id"], id=TEXT, shortDescription=MESSAGE,
              defaultConfiguration=closed([], level=LEVEL), properties={"type": "object"})
RESULT = closed(["message"], ruleId=TEXT, level=LEVEL, message=MESSAGE,
                rank={"type": "number", "minimum": 0, "maximum": 100},
                locations={"type": "array", "items": LOCATION},
                relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True})
RUN = closed(["tool"],
             tool=closed(["driver"], driver=closed(
                 ["name"], name=TEXT, version=TEXT,
                 rules={"type": "array", "items": RULE, "uniqueItems": True})),
             columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
             results={"type": "array", "items": RESULT})
SCHEMA = {**closed(["version", "runs"], version={"const": "2.1.0"}, runs={"type": "array", "items": RUN}),
          "$schema": "http://json-schema.org/draft-07/schema#"}
SCHEMA["properties"]["$schema"] = {"type": "string", "format": "uri"}


def check(command, *arguments):
    done = subprocess.run([command, "check", *arguments, "--format", "sarif", "--quiet"],
                          capture_output=True, check=True, encoding="utf-8")
    return json.loads(done.stdout)


def text_at(region, path):
    lines = path.read_text(encoding="utf-8").split("\n")
    first, last = region["startLine"] - 1, region.get("endLine", region["startLine"]) - 1
    if first == last:
        return lines[first][region["startColumn"] - 1:region["endColumn"] - 1]
    middle = lines[first + 1:last]
    return "\n".join([lines[first][region["startColumn"] - 1:], *middle,
                      lines[last][:region["endColumn"] - 1]])


def main():
    try:
        import jsonschema
    except ImportError:
        print("SKIPPED: python3-jsonschema is absent")
        return SKIPPED
    command, source = sys.argv[1], pathlib.Path(sys.argv[2])
    validator = jsonschema.Draft7Validator(SCHEMA)
    results = 0
    for folder in sorted((source / "corpora" / "samples").iterdir()):
        pair = [str(folder / "en.txt"), str(folder / "fr.txt")]
        log = check(command, *pair, "--threshold", "0.05")
        validator.validate(log)
        run = log["runs"][0]
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        for result in run["results"]:
            assert result["ruleId"] in rules, result
            for location in result["locations"]:
                place = location["physicalLocation"]
                path = pathlib.Path(urllib.parse.unquote(place["artifactLocation"]["uri"]))
                assert text_at(place["region"], path).strip(), result
            results += 1
    assert results > 0, "the samples have no finding to look at"
    validator.validate(check(command, "--input", "tsv",
                             str(source / "tests/golden/check-tsv/pairs.tsv"),
                             "--source-language", "en", "--target-language", "fr"))
    print(f"{results} results hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
