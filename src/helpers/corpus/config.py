"""The settings of a corpus: `corpus.toml`, read strictly and explained when it is wrong."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from helpers import paths
from helpers.errors import InputError

#: The file of settings in the folder of a corpus.
FILE_NAME = "corpus.toml"
#: The file of corrections by hand, used if it lies beside corpus.toml and no other is named.
CORRECTIONS = "corrections.toml"
#: A name that can stand in a path and an id: letters of any script, digits, `-`, `_`;
#: no dot, slash, space or leading hyphen.
RE_NAME = re.compile(r"\w[\w-]{0,63}")
#: Names that Windows keeps for devices.
RE_KEPT = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.ASCII | re.IGNORECASE)
#: The place that tomllib puts at the end of its messages.
RE_TOML_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")

Mode = Literal["extend", "replace"]
MODES = ("extend", "replace")
#: The settings that name a file, beside corpus.toml unless said otherwise.
FILE_KEYS = ("gazetteer", "lexicon", "themes", "stopwords", "corrections")


@dataclass(frozen=True, slots=True)
class CorpusConfig:
    """The settings of one corpus; what corpus.toml leaves out is empty.

    `gazetteer`, `lexicon`, `themes`, `stopwords` and `corrections` are files of the corpus's own;
    the modes say whether lexicon, themes and stopwords are added to those that come with the tool
    or stand in for them. `columns` names the columns of a table of articles by field.
    """

    name: str
    folder: Path
    paper: str | None = None
    county: str | None = None
    city: str | None = None
    province: str | None = None
    publishers: tuple[str, ...] = ()
    fictional: bool = False
    language: str = "zh-Hans"
    gazetteer: Path | None = None
    lexicon: Path | None = None
    themes: Path | None = None
    stopwords: Path | None = None
    corrections: Path | None = None
    lexicon_mode: Mode = "extend"
    themes_mode: Mode = "extend"
    stopwords_mode: Mode = "extend"
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, Path]:
        """The corpus's own resource files, by the setting that names them."""
        named = {key: getattr(self, key) for key in FILE_KEYS}
        return {key: path for key, path in named.items() if path is not None}

    @property
    def title(self) -> str:
        """Return what the paper is called, or the corpus where it has no name."""
        return self.paper or self.name


#: The settings that corpus.toml may hold.
KEYS = tuple(f.name for f in fields(CorpusConfig) if f.name not in ("name", "folder"))


def check_name(name: str) -> str:
    """Return `name` if it can name a corpus; raise InputError if it cannot."""
    if not RE_NAME.fullmatch(name) or RE_KEPT.fullmatch(name):
        raise InputError(
            f"'{name}' cannot name a corpus",
            remedy="use letters, digits, '-' and '_' only, at most 64 of them",
        )
    return name


def names() -> list[str]:
    """Return the names of the corpora under `data/raw/`, sorted."""
    folder = paths.raw()
    if not folder.is_dir():
        return []
    return sorted(
        child.name for child in folder.iterdir() if child.is_dir() and RE_NAME.fullmatch(child.name)
    )


def find_folder(name: str, raw: Path | None = None) -> Path:
    """Return the raw folder of a corpus.

    Args:
        name: The corpus.
        raw: A folder to use in place of `data/raw/<name>`.

    Raises:
        InputError: There is no such folder; the remedy lists the corpora that there are.
    """
    check_name(name)
    folder = paths.raw() / name if raw is None else Path(raw)
    if folder.is_dir():
        return folder
    if raw is not None:
        what = "is a file" if folder.exists() else "does not exist"
        raise InputError(f"the raw folder {what}", file=folder, remedy="name a folder of issues")
    there = names()
    remedy = f"there are: {', '.join(there)}" if there else "there are none yet"
    raise InputError(
        f"no corpus is named '{name}'",
        remedy=f"{remedy}; `python -m helpers add {name} FILES` makes one",
    )


def load_config(name: str, folder: Path) -> CorpusConfig:
    """Read the settings of the corpus in `folder`; without a corpus.toml all are empty.

    Raises:
        InputError: A key is unknown or its value of the wrong kind, or a named file is missing.
    """
    file = folder / FILE_NAME
    beside = folder / CORRECTIONS if (folder / CORRECTIONS).is_file() else None
    if not file.is_file():
        return CorpusConfig(name=name, folder=folder, corrections=beside)
    try:
        text = file.read_text(encoding="utf-8-sig")
        settings = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-8", file=file, remedy="save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        # Beside what is no TOML: numbers of thousands of digits, brackets nested without end.
        message = str(error)
        found = RE_TOML_LINE.search(message)
        raise InputError(
            f"is not TOML: {RE_TOML_LINE.sub('', message)}",
            file=file,
            line=int(found.group(1)) if found else len(text.splitlines()),
            remedy='write settings as: key = "value"',
        ) from error
    values = {key: _read_value(key, value, file, text) for key, value in settings.items()}
    return CorpusConfig(name=name, folder=folder, **{"corrections": beside, **values})


def _read_value(key: str, value: object, file: Path, text: str) -> Any:  # noqa: ANN401
    """Return one setting, checked and converted."""
    line = line_of(key, text)
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        remedy = f"did you mean '{near[0]}'?" if near else f"the keys are: {', '.join(KEYS)}"
        raise InputError(f"unknown key '{key}'", file=file, line=line, remedy=remedy)
    if key == "publishers":
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise InputError(f"'{key}' must be a list", file=file, line=line, remedy='as in ["…", "…"]')
    if key == "columns":
        return _read_columns(value, file, text)
    if key == "fictional":
        if isinstance(value, bool):
            return value
        raise InputError(f"'{key}' must be true or false", file=file, line=line, remedy="no quotes")
    if not isinstance(value, str):
        raise InputError(f"'{key}' must be text", file=file, line=line, remedy="put it in quotes")
    if key.endswith("_mode") and value not in MODES:
        remedy = f"use one of: {', '.join(MODES)}"
        raise InputError(f"'{key}' cannot be '{value}'", file=file, line=line, remedy=remedy)
    if key in FILE_KEYS:
        return _find_file(key, value, file, line)
    return value.strip() or None


def _read_columns(value: object, file: Path, text: str) -> dict[str, str]:
    """Return `[columns]`: field → name of a column."""
    from helpers.reading.ready_columns import ALIASES, NAMES

    allowed = [*NAMES, *ALIASES]
    if not isinstance(value, dict):
        line = line_of("columns", text)
        raise InputError("'columns' must be a table", file=file, line=line, remedy="[columns]")
    for name, column in value.items():
        line = line_of(name, text)
        if name not in allowed:
            near = difflib.get_close_matches(name, allowed, n=1)
            remedy = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(allowed)}"
            raise InputError(f"unknown field '{name}'", file=file, line=line, remedy=remedy)
        if not isinstance(column, str) or not column.strip():
            remedy = f'as in {name} = "标题"'
            raise InputError(f"'{name}' must name a column", file=file, line=line, remedy=remedy)
    names = sorted(map(str, value))
    return {ALIASES.get(name, name): str(value[name]).strip() for name in names}


def _find_file(key: str, value: str, file: Path, line: int | None) -> Path | None:
    """Return the path that a setting names, which counts from the folder of corpus.toml."""
    if not value.strip():
        return None
    path = file.parent / value
    if not path.is_file():
        remedy = "paths count from the folder of corpus.toml"
        raise InputError(f"'{key}' names no file: {value}", file=file, line=line, remedy=remedy)
    return path


def line_of(key: str, text: str) -> int | None:
    """Return the line, from 1, on which a key or a table of that name stands."""
    # The key bare or in quotes, before `=`, before `.` of a dotted key, or in table brackets.
    pattern = re.compile(rf"""\s*\[{{0,2}}\s*["']?{re.escape(key)}["']?\s*[\].=]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.match(line):
            return number
    return None
