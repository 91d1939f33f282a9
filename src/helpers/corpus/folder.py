"""The folder of built tables: locked while it is written, and never seen half-written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.corpus.fingerprints import RECORD
from helpers.errors import InputError

#: How the name of the temporary folder of a build begins.
BUILDING = ".building-"
#: The file that one build holds while it works.
LOCK = ".lock"


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """Lend a temporary folder inside `out`, made if need be; one build at a time.

    Raises:
        InputError: The folder cannot be written.
    """
    with explain_writing(out):
        out.mkdir(parents=True, exist_ok=True)
        with _locked(out / LOCK):
            for left in out.glob(f"{BUILDING}*"):
                shutil.rmtree(left, ignore_errors=True)
            temporary = Path(tempfile.mkdtemp(prefix=BUILDING, dir=out))
            try:
                yield temporary
            finally:
                shutil.rmtree(temporary, ignore_errors=True)


def install(temporary: Path, out: Path, names: Iterable[str]) -> None:
    """Move finished files into place; the record goes first and comes back last.

    A build that is cut off in between leaves no record, so the next one starts over.
    """
    with suppress(FileNotFoundError):
        (out / RECORD).unlink()
    for name in names:
        (temporary / name).replace(out / name)
    (temporary / RECORD).replace(out / RECORD)


@contextmanager
def explain_writing(out: Path) -> Iterator[None]:
    """Turn a failure to write below `out` into an error that says what to do."""
    try:
        yield
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror or error})",
            file=error.filename or out,
            remedy="make the folder writable, or give another one with --out",
        ) from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold an exclusive lock where the system has them."""
    try:
        import fcntl
    except ImportError:  # Windows: two builds at once only do the same work twice
        yield
        return
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
