#!/usr/bin/env python3
"""consumers.py CHECK WRITE_CORPORA SOURCE_DIRECTORY: other people's programs open our files.

Each check runs one program of Debian over the corpora that write_corpora makes. Exit code 77, with
the reason, where the program or the shared data are absent."""
import pathlib
import subprocess
import sys
import tempfile

import corpus_consumers
import exchange_consumers
from consumer_support import Place


def main(check, writer, source):
    checks = {**vars(corpus_consumers), **vars(exchange_consumers)}
    with tempfile.TemporaryDirectory(prefix="calque-consumers-") as scratch:
        Place.source, Place.corpora = pathlib.Path(source), pathlib.Path(scratch)
        subprocess.run([writer, scratch], check=True, stdout=subprocess.DEVNULL)
        checks["check_" + check]()


if __name__ == "__main__":
    main(*sys.argv[1:])
