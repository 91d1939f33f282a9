"""What the tables were built from: hashes of inputs and code, so that only the stale is rebuilt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from helpers.corpus.config import FILE_NAME, CorpusConfig
from helpers.corpus.writing import file_hash

#: The record of a build, in the folder of its tables.
RECORD = "build.json"
#: Raise it when the record itself or the layout of the files changes.
FORMAT = 1
#: How many hexadecimal digits of a corpus's hash are shown.
SHORT = 12


#: The parts of the record.
RECORDED = ("corpus", "hash", "inputs", "groups", "files", "problems")


@dataclass(slots=True)
class Record:
    """What is known of the tables in a folder; holds no time and no machine's path."""

    corpus: str = ""
    hash: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Record:
        """Read the record of a folder; an unreadable or older one counts as none."""
        try:
            data = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            if data.pop("format") != FORMAT:
                return cls()
            return cls(**data)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def write(self, path: Path) -> None:
        """Write the record to `path`."""
        data = {"format": FORMAT, **{name: getattr(self, name) for name in RECORDED}}
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")

    def has(self, folder: Path, names: Iterable[str]) -> bool:
        """Return whether every file of `names` lies in `folder` as it was written."""
        for name in names:
            path = folder / name
            known = self.files.get(name)
            if known is None or not path.is_file() or path.stat().st_size != known["bytes"]:
                return False
        return True


def digest(value: object) -> str:
    """Return a hash of anything that JSON can hold, the same on every machine."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def code_hash(*parts: str) -> str:
    """Return a hash over source and resource files of this package.

    Args:
        parts: Files or folders under `helpers/`: `reading`, `corpus/rows.py`.
    """
    base = Path(__file__).resolve().parents[1]
    files: set[Path] = set()
    for part in parts:
        path = base / part
        files.update(path.rglob("*") if path.is_dir() else [path])
    kept = sorted(f for f in files if f.is_file() and "__pycache__" not in f.parts)
    return digest([(f.relative_to(base).as_posix(), file_hash(f)) for f in kept])


def hash_inputs(config: CorpusConfig, raw_files: dict[str, Path]) -> dict[str, str]:
    """Return the SHA-256 of every input: raw files, corpus.toml and the corpus's own resources."""
    inputs = {f"raw/{name}": file_hash(path) for name, path in raw_files.items()}
    settings = config.folder / FILE_NAME
    if settings.is_file():
        inputs[FILE_NAME] = file_hash(settings)
    inputs.update({key: file_hash(path) for key, path in config.files.items()})
    return inputs


def corpus_hash(inputs: dict[str, str]) -> str:
    """Return the short hash that names the state of a corpus: over its inputs, not over code."""
    return digest(inputs)[:SHORT]
