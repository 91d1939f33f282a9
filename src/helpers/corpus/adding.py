"""A corpus from a person's own files: copied byte for byte, settings read off the mastheads."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePath

from helpers import paths
from helpers.corpus.config import FILE_NAME, check_name, load_config
from helpers.corpus.files import is_page
from helpers.corpus.folder import explain_writing
from helpers.corpus.reparse import parse_raw
from helpers.corpus.writing import file_hash
from helpers.errors import InputError
from helpers.parsing.model import Masthead

#: The corpus that belongs to this repository.
SPECIMEN = "specimen"
#: How many issues of a table are asked for the paper's name.
LOOKED_AT = 50
#: A county committee or government as publisher, after an optional province and city:
#: 中共甲市乙区委, 中共甲县委员会, 甲市乙区人民政府; not 甲报社, nor a department of a committee.
RE_PUBLISHER = re.compile(
    r"(?:中共)?(?P<province>\w{2,7}?(?:省|自治区))?(?P<city>\w{2,9}?(?:市|自治州|地区|盟))?"
    r"(?P<county>\w{1,12}?(?:县|区|市|旗))(?:委员会|委|人民政府|政府)"
)
#: What parts the publishers of one masthead: 、 ， and white space, not the dot inside a name.
RE_BETWEEN = re.compile(r"[、，,;；\s]+")


@dataclass(slots=True)
class Added:
    """What was added: the folder, the files that were copied or there already, and problems."""

    folder: Path
    copied: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
    wrote_settings: bool = False


def add_files(name: str, files: Sequence[Path], *, force: bool = False) -> Added:
    """Copy files into the corpus `name`, made if need be, and write its corpus.toml if it has none.

    Args:
        name: The corpus.
        files: Files of issues, tables of articles, and folders of e-paper pages; those that cannot
            be read are left out and named in `problems`.
        force: Replace files of the same name and other content.

    Raises:
        InputError: The name cannot be used, the folder cannot be written, or no file is usable.
    """
    check_name(name)
    if name == SPECIMEN:
        raise InputError(
            f"'{SPECIMEN}' belongs to this project and is not added to", remedy="use another name"
        )
    added = Added(paths.raw() / name)
    settings = added.folder / FILE_NAME
    columns = load_config(name, added.folder).columns
    mastheads: list[Masthead] = []
    for file in files:
        try:
            found = _mastheads(file, columns, added.problems)
            for source, target in _copies(file):
                _copy(source, target, added, force=force)
            mastheads += found
        except InputError as error:
            added.problems.append(error)
    if mastheads and not settings.exists():
        with explain_writing(added.folder):
            settings.write_text(write_settings(mastheads), encoding="utf-8")
        added.wrote_settings = True
    return added


def _mastheads(
    file: Path, columns: Mapping[str, str], problems: list[InputError]
) -> list[Masthead]:
    """Return what the first issues of a file say of themselves; InputError if there is none."""
    from helpers.reading import read_issues

    issues = read_issues(file, columns, problems=problems.append)
    return [parse_raw(raw).masthead for raw in islice(issues, LOOKED_AT)]


def _copies(file: Path) -> list[tuple[Path, PurePath]]:
    """Return what is copied, and where to under the raw folder: of a folder, its pages."""
    if not file.is_dir():
        return [(file, PurePath(file.name))]
    base = file.resolve()
    return [
        (page, PurePath(base.name) / page.relative_to(file))
        for page in sorted(file.rglob("*"))
        if is_page(page.name) and page.is_file()
    ]


def _copy(file: Path, target: PurePath, added: Added, *, force: bool) -> None:
    """Copy one file to a place under the raw folder, whole or not at all."""
    place = added.folder / target
    if any(part.startswith(".") for part in target.parts) or file.name == FILE_NAME:
        raise InputError("cannot be an issue", file=file, remedy="give it another name")
    if place.exists():
        if place.is_file() and file_hash(place) == file_hash(file):
            added.present.append(target.as_posix())
            return
        if not force or not place.is_file():
            raise InputError(
                f"another file of this name is in {added.folder.name} already",
                file=file,
                remedy="rename it, or replace the other one with --force",
            )
    with explain_writing(added.folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=added.folder, prefix=".adding-", delete=False
        ) as stream:
            temporary = Path(stream.name)
            try:
                with file.open("rb") as source:
                    shutil.copyfileobj(source, stream)
                stream.close()
                temporary.chmod(0o644)
                temporary.replace(place)
            finally:
                with contextlib.suppress(FileNotFoundError):
                    temporary.unlink()
    added.copied.append(target.as_posix())


def place_of(publisher: str) -> dict[str, str]:
    """Read the county of a publisher, and its city and province where they are named.

    中共甲州市乙区委 → {"city": "甲州市", "county": "乙区"}.
    """
    match = RE_PUBLISHER.fullmatch(publisher)
    return {key: value for key, value in match.groupdict().items() if value} if match else {}


def write_settings(mastheads: Iterable[Masthead]) -> str:
    """Return a corpus.toml that says what most mastheads say."""
    import tomlkit

    heads = list(mastheads)
    publishers = _ranked(
        part for head in heads if head.publisher for part in RE_BETWEEN.split(head.publisher)
    )
    places = [place_of(publisher) for publisher in publishers]
    document = tomlkit.document()
    document.add(tomlkit.comment("Read from the mastheads: correct and complete it by hand."))
    values: dict[str, str] = {"paper": _most(head.paper for head in heads)}
    for key in ("county", "city", "province"):
        values[key] = next((place[key] for place in places if key in place), "")
    for key, value in values.items():
        if value:
            document.add(key, tomlkit.item(value))
        else:
            document.add(tomlkit.comment(f'{key} = ""'))
    document.add("publishers", tomlkit.item(publishers))
    document.add("fictional", tomlkit.item(False))
    document.add("language", tomlkit.item("zh-Hans"))
    return tomlkit.dumps(document)


def _ranked(values: Iterable[str]) -> list[str]:
    """Return the different values, the most frequent first, then by their characters."""
    counts = Counter(value for value in values if value)
    return sorted(counts, key=lambda value: (-counts[value], value))


def _most(values: Iterable[str | None]) -> str:
    """Return the most frequent value, or an empty string."""
    return next(iter(_ranked(value for value in values if value)), "")
