"""An index on disk: plain arrays, read where they lie, and names in JSON. Nothing is unpickled."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from helpers.errors import InputError
from helpers.statistics.concordance.store import BORDER, Listed, Store

if TYPE_CHECKING:
    from helpers.statistics.concordance.store import Bytes, Narrow

#: The file of names; it is written last, so that a folder without it is no index.
NAMES = "index.json"
#: Raise it when what is written changes.
FORMAT = 1
#: Arrays that are another one where nothing was printed otherwise than it is read.
TWINS = {"printed": "reading", "printed_at": "at"}
#: The arrays, each in a file of its own, with the type of their numbers.
ARRAYS = {
    "reading": np.uint8,
    "printed": np.uint8,
    "starts": np.int64,
    "at": np.int32,
    "printed_at": np.int32,
    "sizes": np.int64,
    "words": np.int32,
    "word_starts": np.int32,
    "word_ends": np.int32,
    "first_words": np.int64,
}


def save(store: Store, path: Path) -> None:
    """Write an index into the folder `path`, in the place of what an earlier one left there.

    Raises:
        InputError: The folder cannot be written, or holds something else.
    """
    if path.exists() and not (path / NAMES).is_file() and not _is_empty(path):
        raise InputError(
            "is there already, and is no index", file=path, remedy="save under another name"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            _write(store, temporary)
            if path.exists():
                shutil.rmtree(path)
            temporary.replace(path)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise InputError(
            f"the index cannot be written ({error.strerror or error})",
            file=path,
            remedy="make the folder writable, or save elsewhere",
        ) from error


def load(path: Path) -> Store:
    """Read an index that `save` wrote.

    Raises:
        InputError: There is none, it was written by another version, or it is damaged.
    """
    try:
        names = json.loads((path / NAMES).read_text(encoding="utf-8"))
        if names["format"] != FORMAT:
            raise ValueError("it was written by another version")
        arrays = {name: _array(path, name) for name in ARRAYS if name not in TWINS}
        for name, twin in TWINS.items():
            arrays[name] = arrays[twin] if names["same"] else _array(path, name)
        store = Store(
            **arrays,
            article_ids=tuple(names["article_ids"]),
            issue_ids=tuple(names["issue_ids"]),
            terms=tuple(names["terms"]),
            classes={
                name: Listed(tuple(terms), tuple(masks))
                for name, (terms, masks) in names["classes"].items()
            },
            digest=str(names["digest"]),
        )
        _check(store)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise InputError(
            f"the index cannot be read ({reason})", file=path, remedy="build and save it again"
        ) from error
    return store


def _is_empty(path: Path) -> bool:
    """Return whether a folder holds nothing."""
    return path.is_dir() and not any(path.iterdir())


def _write(store: Store, folder: Path) -> None:
    """Write the files of an index."""
    same = store.printed is store.reading
    for name in ARRAYS:
        if not (same and name in TWINS):
            np.save(folder / f"{name}.npy", getattr(store, name), allow_pickle=False)
    names = {
        "format": FORMAT,
        "same": same,
        "digest": store.digest,
        "article_ids": store.article_ids,
        "issue_ids": store.issue_ids,
        "classes": {name: (c.terms, c.masks) for name, c in store.classes.items()},
        "terms": store.terms,
    }
    text = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
    (folder / NAMES).write_text(text, encoding="utf-8")


def _array(path: Path, name: str) -> Any:  # noqa: ANN401 - of the type that ARRAYS names
    """Map one array into memory; an empty one cannot be mapped."""
    file = path / f"{name}.npy"
    try:
        out = np.load(file, mmap_mode="r", allow_pickle=False)
    except ValueError:
        out = np.load(file, allow_pickle=False)
        if out.size:
            raise
    if out.dtype != ARRAYS[name] or out.ndim != 1:
        raise ValueError(f"{name} holds something else")
    # The plain view of the mapped memory: every use of the subclass costs microseconds.
    return np.asarray(out)


def _check(store: Store) -> None:
    """Raise ValueError unless the parts of an index fit each other."""
    count = len(store.article_ids)
    tokens = len(store.words)
    fits = (
        len(store.issue_ids) == len(store.sizes) == count
        and len(store.starts) == len(store.first_words) == count + 1
        and len(store.word_starts) == len(store.word_ends) == tokens == store.first_words[-1]
        and store.starts[0] == store.first_words[0] == 0
        and bool((np.diff(store.starts) > 0).all() and (np.diff(store.first_words) >= 0).all())
        and _covers(store.at, store.reading, store)
        and (store.at is store.printed_at or _covers(store.printed_at, store.printed, store))
        and (tokens == 0 or 0 <= store.words.min() <= store.words.max() < len(store.terms))
    )
    if not fits:
        raise ValueError("its parts do not fit each other")


def _covers(at: Narrow, text: Bytes, store: Store) -> bool:
    """Return whether characters start one after the other, within the text, as many as there are.

    Arrow reads the text at these places without looking whether they lie in it.
    """
    characters = max(int(store.starts[-1]) - len(BORDER), 0)
    in_order = bool((at[1:] > at[:-1]).all())
    return len(at) == characters + 1 and at[0] == 0 and at[-1] == len(text) and in_order
