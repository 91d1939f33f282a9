"""What the commands say: problems one a line, progress only on a terminal, all of it on stderr."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec

import click

from helpers.errors import InputError

P = ParamSpec("P")


def tell(message: object) -> None:
    """Print one line on stderr."""
    click.echo(str(message).replace("\n", " "), err=True)


def count(number: int, what: str) -> str:
    """Return a number with its noun: 1 file, 1,200 files."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def short(path: Path) -> Path:
    """Return a path as a person would type it: relative where that is shorter."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def show(error: InputError) -> None:
    """Print a problem as `file:line: problem - remedy`."""
    file = short(error.file) if error.file is not None else None
    tell(InputError(error.problem, file=file, line=error.line, remedy=error.remedy))


def show_all(errors: Iterable[InputError]) -> None:
    """Print problems, one a line."""
    for error in errors:
        show(error)


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """Make a command end with one line and status 1, not a traceback, on bad input."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except InputError as error:
            show(error)
            sys.exit(1)
        except BrokenPipeError:  # the reader of stdout, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)

    return run


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Lend a function that shows (what, done, total) as bars, or nothing off a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:

        def update(what: str, done: int, total: int) -> None:
            if what not in bars:
                bars[what] = shown.add_task(what, total=total)
            shown.update(bars[what], completed=done, total=total)

        yield update
