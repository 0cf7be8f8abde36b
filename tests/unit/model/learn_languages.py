#!/usr/bin/env python3
"""`calque learn` tells the languages of its text where nobody names them, or says that it cannot.

usage: learn_languages.py CALQUE
"""
import pathlib
import subprocess
import sys
import tempfile

ENGLISH = ["The harbour was closed on Monday because of the storm.", "Nobody was hurt, the police said.",
           "The ministers will meet again in the spring.", "Prices rose by three percent last year.",
           "The company wants to build two new factories.", "Thousands of people left the city."]
FRENCH = ["Le port était fermé lundi à cause de la tempête.", "Personne n'a été blessé, a dit la police.",
          "Les ministres se retrouveront au printemps.", "Les prix ont augmenté de trois pour cent l'an dernier.",
          "L'entreprise veut construire deux nouvelles usines.", "Des milliers de personnes ont quitté la ville."]
TIMES = 1000  # fewer pairs would be remarked on
UNIT = '<tu><tuv xml:lang="EN-US"><seg>One.</seg></tuv><tuv xml:lang="fr_CA"><seg>Un.</seg></tuv></tu>\n'
TMX = f'<tmx version="1.4"><header srclang="EN-US"/><body>{UNIT * TIMES}</body></tmx>'


def main():
    calque = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def learn(file, text, *options):
            (folder / file).write_text(text, encoding="utf-8")
            (folder / "model.calque").unlink(missing_ok=True)
            done = subprocess.run([calque, "learn", file, "-o", "model.calque", *options], cwd=folder,
                                  capture_output=True, text=True)
            assert (folder / "model.calque").exists() == (done.returncode == 0), done
            return done.returncode, done.stderr

        def lines(sources, targets):
            return "".join(f"{source}\t{target}\n" for source, target in zip(sources, targets)) * TIMES

        for file, text, options, code, said in [
                ("news.tsv", lines(ENGLISH, FRENCH), [], 0,
                 "calque: --source-language is en, as the text reads\n"
                 "calque: --target-language is fr, as the text reads\n"),
                ("news.tsv", lines(ENGLISH, FRENCH), ["--target-language", "fr"], 0,
                 "calque: --source-language is en, as the text reads\n"),
                ("short.tsv", "1\t2\n", [], 2,
                 "calque: the text does not tell its language; learn needs --source-language here\n"),
                ("same.tsv", lines(ENGLISH, ENGLISH), ["--source-language", "en"], 2,
                 "calque: --target-language is en, as the text reads\n"
                 "calque: both sides are in en; name them with --source-language and --target-language\n"),
                ("foreign.tmx", TMX, [], 0, "")]:
            assert learn(file, text, *options) == (code, said), (file, learn(file, text, *options))
        # Pairs that are looked at for their language must not be lost for the model.
        said = ("calque: a stream is read but once; learn needs --source-language and --target-language "
                "for it\n")
        languages = ["--source-language", "en", "--target-language", "fr"]
        for options, code, expected in [([], 2, said), (languages[:2], 2, said), (languages, 0, "")]:
            done = subprocess.run([calque, "learn", "-", "-f", "tsv", "-o", "piped.calque", *options], cwd=folder,
                                  input=lines(ENGLISH, FRENCH), capture_output=True, text=True)
            assert (done.returncode, done.stderr) == (code, expected), done
        # The model is of the languages that the tags of the TMX file name.
        for side, text in (("en", "One."), ("fr", "Un.")):
            (folder / f"{side}.txt").write_text(text + "\n", encoding="utf-8")
        subprocess.run([calque, "align", "en.txt", "fr.txt", "--model", "model.calque", "--source-language", "en",
                        "--target-language", "fr", "--format", "beads"], cwd=folder, check=True,
                       capture_output=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
