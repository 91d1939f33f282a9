"""The raw files of a corpus, and which of them are none: settings, notes, what pages come with."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from helpers.corpus.config import CorpusConfig
from helpers.errors import InputError
from helpers.reading.issue import HTML_SUFFIXES
from helpers.reading.ready_dates import names_day

#: Files that stand beside issues and are none: settings, notes, word lists, a website's own.
ASIDE = frozenset(
    ".toml .md .tsv .json .yaml .yml .css .js .map .ico .svg .gif .woff .woff2 .ttf .eot".split()
)
#: What a folder of e-paper pages holds beside them: the same pages as pictures and PDF.
BESIDE_PAGES = frozenset(".jpg .jpeg .png .webp .bmp .pdf .xml .swf .mp3 .mp4".split())
#: The folder of answer keys in that of a corpus, and how the name of one ends.
KEYS, KEY_SUFFIX = "key", ".key.txt"
#: How the folder ends that a browser saves beside a page.
SAVED = "_files"


def raw_files(config: CorpusConfig) -> dict[str, Path]:
    """Return the files of a corpus by their name under its folder, sorted by that name.

    Hidden files, settings, notes, answer keys, the corpus's own resources and what comes with
    e-paper pages are left out; every other file is held to be an issue, a page or a table of
    articles.

    Raises:
        InputError: There is none.
    """
    resources = {path.resolve() for path in config.files.values()}
    found: dict[str, Path] = {}
    for path in config.folder.rglob("*"):
        name = path.relative_to(config.folder)
        hidden = any(part.startswith(".") for part in name.parts)
        saved = any(part.endswith(SAVED) for part in name.parts[:-1])
        if hidden or saved or path.suffix.lower() in ASIDE or not path.is_file():
            continue
        if name.parts[0] == KEYS or path.name.endswith(KEY_SUFFIX):
            continue
        if path.resolve() not in resources:
            found[name.as_posix()] = path
    folders = {folder for name in found if is_page(name) and (folder := folder_of(name))}
    kept = {
        name: path
        for name, path in found.items()
        if path.suffix.lower() not in BESIDE_PAGES or not _lies_in(name, folders)
    }
    if not kept:
        raise InputError(
            "the folder holds no issue",
            file=config.folder,
            remedy="put text files of issues into it",
        )
    return dict(sorted(kept.items()))


def is_page(name: str) -> bool:
    """Return whether a file is an e-paper page, by its name."""
    return PurePosixPath(name).suffix.lower() in HTML_SUFFIXES


def folder_of(name: str) -> str:
    """Return the folder whose pages belong together: the nearest named by a date, else its own.

    '2020-12-30/01/a.htm' → '2020-12-30'; 'html/2020-12/30/a.htm' → 'html/2020-12/30';
    'x/a.htm' → 'x'; a page directly in the corpus's folder → ''.
    """
    parts = PurePosixPath(name).parts[:-1]
    for length in range(len(parts), 0, -1):
        if names_day(parts[:length]) is not None:
            return "/".join(parts[:length])
    return "/".join(parts)


def _lies_in(name: str, folders: set[str]) -> bool:
    """Return whether a file lies in one of some folders, at any depth."""
    return any(parent.as_posix() in folders for parent in PurePosixPath(name).parents)
