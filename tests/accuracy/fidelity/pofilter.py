#!/usr/bin/env python3
"""What pofilter of the Translate Toolkit (Debian's translate-toolkit) finds of the faults that
measure.py puts into figures, and how often its test of numbers finds fault with the translation as
it was: the peer of `calque check` that one can install.

usage: pofilter.py CALQUE DATA
"""
import subprocess
import sys
import tempfile
import pathlib

import cases
import measuring


def flagged(calque, pairs, languages, folder):
    """Indices of the pairs that its test of numbers finds fault with."""
    rows, memory, found = (folder / name for name in ("pairs.tsv", "pairs.xlf", "found.xlf"))
    rows.write_text("".join(f"{source}\t{target}\n" for source, target in pairs), encoding="utf-8")
    subprocess.run([calque, "convert", "--quiet", "--input", "tsv", "--source-language", languages[0],
                    "--target-language", languages[1], rows, "--output", memory], check=True)
    subprocess.run(["pofilter", "--progress=none", f"--language={languages[1]}", "-t", "numbers", memory, found],
                   check=True)
    text = found.read_text(encoding="utf-8") if found.exists() else ""
    found.unlink(missing_ok=True)
    return text.count("trans-unit ")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    calque, news = sys.argv[1], pathlib.Path(sys.argv[2]) / "dev/news"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for languages in measuring.DIRECTIONS:
            sources, targets = (measuring.read_side(news, measuring.FAULTY_SET, language) for language in languages)
            count = flagged(calque, list(zip(sources, targets)), languages, folder)
            print(f"untouched into {languages[1]}: {100 * count / len(sources):.2f} of 100 pairs")
            faults = cases.make_cases(sources, targets, languages[1], 1, 150)
            for kind, (wanted, _) in cases.KINDS.items():
                pairs = [(source, damaged) for name, source, damaged, _ in faults if name == kind]
                if wanted[0] in cases.VALUE and pairs:
                    print(f"{kind:22} into {languages[1]}: {flagged(calque, pairs, languages, folder) / len(pairs):.2f}")


if __name__ == "__main__":
    main()
