"""What `calque batch plan` is asked for, `run` does."""
import json
import shutil
import subprocess
from pathlib import Path


def archives(batch, expected):
    """Planned from folders, and from the same documents packed."""
    sides = [batch.work / "archive" / language for language in ("en", "fr")]
    packed = []
    for side in sides:
        packed.append(batch.work / f"{side.name}.tar.gz")
        subprocess.run(["tar", "-C", side, "-czf", packed[-1], "."], check=True)
    texts = []
    for name, roots in (("folders", sides), ("packed", packed)):
        manifest = batch.work / f"{name}.manifest"
        manifest.write_bytes(batch.run("plan", *roots, "--shards", 2).stdout)
        batch.run("run", "--manifest", manifest, "--out", batch.work / name)
        lines = [json.loads(line) for line in batch.merge(manifest, batch.work / name).splitlines()]
        texts.append(sorted((line["source"]["text"], line["target"]["text"]) for line in lines))
    whole = [json.loads(line) for line in expected.splitlines()]
    assert texts[0] == texts[1] == sorted((line["source"]["text"], line["target"]["text"]) for line in whole)


def moved(batch):
    """What `plan --moved` asks for, `run` does; it is another result, so that parts do not mix."""
    golden = Path(__file__).parents[1] / "golden/align-moved"
    listing = batch.work / "moved.tsv"
    listing.write_text(f"{golden / 'en.txt'}\t{golden / 'fr.txt'}\n")
    crossing = {}
    for options in ((), ("--moved",)):
        manifest, out = batch.work / f"moved{len(options)}", batch.work / f"moved-out{len(options)}"
        manifest.write_bytes(batch.run("plan", listing, "--source-language", "en", "--target-language", "fr",
                                       *options).stdout)
        batch.run("run", "--manifest", manifest, "--out", out)
        beads = json.loads(batch.merge(manifest, out))["beads"]
        crossing[options] = sum(bool(bead.get("crossing")) for bead in beads)
    assert crossing[()] == 0 and crossing[("--moved",)] > 0, crossing
    batch.run("run", "--manifest", manifest, "--out", batch.work / "moved-out0", expect=65)


def names(batch):
    """Lists of names that `plan --names` records are read by `run`, as long as they are as they were."""
    listing, known = batch.work / "names-pairs.tsv", batch.work / "names.tsv"
    texts = {"en": "The Renewal Movement of Norra Valley won the vote. It rained on Monday.\n",
             "fr": "Le Mouvement du renouveau de la vallée de Norra a gagné. Il a plu lundi.\n"}
    paths = {language: batch.work / f"names-{language}.txt" for language in texts}
    for language, text in texts.items():
        paths[language].write_text(text, "utf-8")
    listing.write_text(f"{paths['en']}\t{paths['fr']}\n")
    known.write_text("key\tkind\ten\tfr\norganisation:renewal\torganisation\tRenewal Movement\t"
                     "Mouvement du renouveau\n", "utf-8")
    keys = {}
    for options in ((), ("--names", known)):
        manifest, out = batch.work / f"names{len(options)}", batch.work / f"names-out{len(options)}"
        manifest.write_bytes(batch.run("plan", listing, "--source-language", "en", "--target-language", "fr",
                                       *options).stdout)
        batch.run("run", "--manifest", manifest, "--out", out)
        bitext = json.loads(batch.merge(manifest, out))
        keys[options] = [{mention["key"] for mention in bitext[f"{side}_mentions"]} for side in ("source", "target")]
    assert all("organisation:renewal" not in side for side in keys[()]), keys
    assert all("organisation:renewal" in side for side in keys["--names", known]), keys
    known.write_text(known.read_text("utf-8") + "place:norra\tplace\tNorra Valley\tvallée de Norra\n", "utf-8")
    said = batch.run("run", "--manifest", manifest, "--out", batch.work / "names-new", expect=65).stderr
    assert b"the lists of names are not those of the plan" in said, said


def takes(batch, samples):
    """A story that came in two takes is found with --takes, and its two halves are both aligned."""
    roots = [batch.work / "takes" / language for language in ("en", "fr")]
    for root in roots:
        root.mkdir(parents=True)
    stories = sorted(path for path in Path(samples).iterdir() if path.is_dir())
    for story in stories:
        for root in roots:
            shutil.copy(story / f"{root.name}.txt", root / f"{story.name}.txt")
    cut = roots[0] / f"{stories[0].name}.txt"
    paragraphs = cut.read_text("utf-8").split("\n\n")
    half = (len(paragraphs) + 1) // 2
    cut.write_text("\n\n".join(paragraphs[:half]) + "\n", "utf-8")
    (roots[0] / "second.txt").write_text("\n\n".join(paragraphs[half:]), "utf-8")
    whole = {(f"{story.name}.txt", f"{story.name}.txt") for story in stories}
    for options, expected in (((), None), (("--takes",), whole | {("second.txt", cut.name)})):
        manifest = batch.run("plan", *roots, *options).stdout.splitlines()[1:]
        found = {(pair["source"]["id"], pair["target"]["id"]) for pair in map(json.loads, manifest)}
        assert found <= whole if expected is None else found == expected, (options, found)
