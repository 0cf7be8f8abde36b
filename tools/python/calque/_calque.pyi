"""The extension; use the package `calque`."""

from collections.abc import Iterable, Iterator
from typing import Any

__version__: str

class Error(Exception):
    code: int
    name: str
    line: int
    column: int

class EngineOptions:
    data_directory: bytes
    input: str
    source_language: str
    target_language: str
    model: bytes
    use_model: bool
    adapt: bool
    find_moved: bool
    stop_after_beads: bool
    find_departures: bool
    split_every_paragraph: bool
    keep_quotations_whole: bool
    check_out_of_context: bool
    least_probability: float
    glossary: bytes
    names: list[bytes]
    def __init__(self) -> None: ...

class Engine:
    def __init__(self, options: EngineOptions) -> None: ...
    def align_files(self, source: bytes, target: bytes) -> str: ...
    def align_texts(self, source: bytes, target: bytes) -> str: ...
    def align_lines(self, source: bytes, target: bytes) -> str: ...
    def check(self, json: bytes) -> str: ...
    def remarks(self, json: bytes) -> list[str]: ...
    def segment(self, text: bytes, side: str) -> dict[str, Any]: ...
    def entities(self, text: bytes, side: str) -> dict[str, Any]: ...

class Reader(Iterator[str]):
    def __init__(self, path: bytes, format: str, source_language: str, target_language: str) -> None: ...
    def __iter__(self) -> "Reader": ...
    def __next__(self) -> str: ...
    def diagnostics(self) -> list[dict[str, Any]]: ...

def write(bitexts: Iterable[bytes], path: bytes, format: str) -> list[str]: ...
def learn(pairs: Iterable[tuple[str, str]], output: bytes, source_language: str, target_language: str,
          notice: bytes, data_directory: bytes) -> int: ...
